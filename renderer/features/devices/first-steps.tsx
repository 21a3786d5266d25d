import type { DeviceListView } from '#shared/contract/device-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon, type IconName } from '#renderer/ui/icons.tsx'
import styles from './first-steps.module.css'
import { useDevices } from './store.ts'

interface StepProps {
  readonly icon: IconName
  readonly name: string
  readonly todo: string
  readonly isDone: boolean
}

const Step = ({ icon, name, todo, isDone }: StepProps) => {
  const say = useSay()
  return (
    <li className={cx(styles['step'], isDone && styles['done'])}>
      <Icon name={isDone ? 'check' : icon} className={styles['icon']} />
      <h4>{name}</h4>
      <p>{isDone ? say('devices.step.done') : todo}</p>
    </li>
  )
}

/** Two things to do at a new bench; each turns green by itself when the device answers. */
export const FirstSteps = ({ list }: { list: DeviceListView }) => {
  const say = useSay()
  const hasScanned = useDevices(({ feed }) => (feed?.scans.length ?? 0) > 0)
  const hasWeighed = useDevices((state) => state.hasWeighed)
  return (
    <section className={styles['steps']}>
      <h3>{say('devices.first')}</h3>
      <ol>
        <Step
          icon="scan"
          name={say('devices.scanner')}
          todo={say('devices.step.scanner')}
          isDone={hasScanned}
        />
        <Step
          icon="scale"
          name={say('devices.scale')}
          todo={say(list.scale === null ? 'devices.step.noScale' : 'devices.step.scale')}
          isDone={hasWeighed}
        />
      </ol>
      <p>{say('devices.choose')}</p>
    </section>
  )
}
