import { useState } from 'react'
import type { DeviceStanding } from '#shared/contract/device-views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { StateLine } from './device-list.tsx'
import styles from './device-head.module.css'

const counterNames = ['scans', 'broken', 'frames', 'bad', 'noise'] as const

export interface DeviceHeadProps {
  readonly name: string
  readonly standing: DeviceStanding
}

/** How the device is, what went wrong, how much came, and all of it for the support. */
export const DeviceHead = ({ name, standing }: DeviceHeadProps) => {
  const say = useSay()
  const { act } = useStation()
  const [isCopied, setCopied] = useState(false)
  const { state, problem, counters } = standing
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <StateLine state={state} />
        <Button onPress={() => void act('devices.copyDiagnostics', undefined).then(setCopied)}>
          <Icon name="copy" />
          {say('devices.copy')}
        </Button>
      </div>
      {problem === null ? null : (
        <p className={styles['problem']}>
          {`${say.sentence(errorSentence(problem))} ${errorFacts(say, problem, ['address'])}`}
        </p>
      )}
      <p className={styles['counters']}>
        {counterNames.map((counter) => {
          const number = counters[counter]
          return number === undefined ? null : (
            <span key={counter}>{say(`devices.counter.${counter}`, { number })}</span>
          )
        })}
        <output>{isCopied ? say('devices.copied') : null}</output>
      </p>
    </header>
  )
}
