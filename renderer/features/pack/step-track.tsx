import { memo } from 'react'
import { benchSteps, type BenchStep } from './bench-steps.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './step-track.module.css'

/** The four steps of a carton; none is taken where no carton can begin. */
export const StepTrack = memo(({ step }: { step: BenchStep | null }) => {
  const say = useSay()
  const now = step === null ? -1 : benchSteps.indexOf(step)
  return (
    <div className={styles['track']}>
      <ol className={styles['list']} aria-label={say('steps.label')}>
        {benchSteps.map((name, index) => (
          <li
            key={name}
            aria-current={index === now ? 'step' : undefined}
            className={cx(
              styles['step'],
              index === now && styles['on'],
              index < now && styles['past'],
            )}
          >
            <b>{index < now ? <Icon name="check" weight={3} /> : index + 1}</b>
            <span>{say(`steps.${name}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
})
StepTrack.displayName = 'StepTrack'
