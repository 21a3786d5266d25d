import { Button as AriaButton } from 'react-aria-components'
import type { DevicesView } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import type { DeviceName } from './lost-devices.ts'
import styles from './status-strip.module.css'

const icons = { scanner: 'scan', scale: 'scale' } as const

const none = [] as const

/** One device: its name and whether it works; a press tells more. */
export const DeviceLamp = ({
  name,
  device,
  all = none,
  onSetUp,
}: {
  name: keyof typeof icons
  /** The worst of them, where there are several. */
  device: DevicesView[DeviceName] | null
  all?: Readonly<DevicesView['scanners']>
  onSetUp: () => void
}) => {
  const say = useSay()
  const state = device?.state ?? 'unknown'
  const facts = device?.problem == null ? '' : errorFacts(say, device.problem)
  return (
    <Popover
      label={say(`device.${name}`)}
      trigger={
        <AriaButton
          className={cx(styles['lamp'], styles[state])}
          aria-label={`${say(`device.${name}`)} · ${say(`deviceState.${state}`)}`}
        >
          <Icon name={icons[name]} className={styles['icon']} />
          <i aria-hidden="true" />
          <span className={styles['word']}>{say(`device.${name}`)}</span>
        </AriaButton>
      }
    >
      <h2 className={styles['heading']}>
        {say(`device.${name}`)} · {say(`deviceState.${state}`)}
      </h2>
      {device === null || device.name === '' ? null : (
        <p>
          <bdi>{device.name}</bdi>
        </p>
      )}
      <p className={styles['text']}>
        {device?.problem == null
          ? say(`deviceHelp.${state}`)
          : say.sentence(errorSentence(device.problem))}
      </p>
      {facts === '' ? null : <p className={styles['text']}>{facts}</p>}
      {all.length < 2 ? null : (
        <ul className={styles['text']}>
          {all.map((one) => (
            <li key={one.id}>
              <bdi>{one.name}</bdi> · {say(`deviceState.${one.state}`)}
            </li>
          ))}
        </ul>
      )}
      <Button slot="close" onPress={onSetUp}>
        {say('devices.setUp')}
      </Button>
    </Popover>
  )
}
