import { Button as AriaButton } from 'react-aria-components'
import type { DevicesView } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import type { DeviceName } from './lost-devices.ts'
import styles from './status-strip.module.css'

const icons = { printer: 'printer', scanner: 'scan', scale: 'scale' } as const

/** One device: its name and whether it works; a press tells more. */
export const DeviceLamp = ({
  name,
  device,
}: {
  name: DeviceName
  device: DevicesView[DeviceName] | null
}) => {
  const say = useSay()
  const state = device?.state ?? 'unknown'
  const facts = device?.problem == null ? '' : errorFacts(device.problem)
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
    </Popover>
  )
}
