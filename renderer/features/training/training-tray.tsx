import { useState } from 'react'
import type { BenchOrder, BenchState, BoxTypeView, OrderSummary } from '#shared/contract/views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { PrinterTab } from './printer-tab.tsx'
import { ScaleTab } from './scale-tab.tsx'
import { ScannerTab } from './scanner-tab.tsx'
import styles from './training-tray.module.css'

type Device = 'scanner' | 'scale' | 'printer'

/** Which virtual device the step needs. */
const deviceOf: Readonly<Record<BenchState['step'], Device>> = {
  packing: 'scanner',
  weighing: 'scale',
  marking: 'printer',
  'scan-back': 'printer',
}

export interface TrainingTrayProps {
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly order: BenchOrder | null
  readonly orders: readonly OrderSummary[]
  readonly step: BenchState['step']
  readonly isLocked: boolean
  readonly boxTypes: readonly BoxTypeView[]
}

/** Virtual devices beside the bench: a press scans, weighs or shows what the printer drew. */
export const TrainingTray = (props: TrainingTrayProps) => {
  const { isOpen, onToggle, step } = props
  const say = useSay()
  const needed = deviceOf[step]
  // A tab that was chosen by hand stays until the bench goes on to another step.
  const [chosen, setChosen] = useState<{ step: BenchState['step']; device: Device } | null>(null)
  const device = chosen?.step === step ? chosen.device : needed
  if (!isOpen) {
    return (
      <aside className={styles['folded']} aria-label={say('training.title')}>
        <IconButton icon="back" label={say('training.show')} onPress={() => onToggle(true)} />
        <span aria-hidden="true">{say('training.title')}</span>
      </aside>
    )
  }
  return (
    <aside className={styles['tray']} aria-label={say('training.title')}>
      <header className={styles['head']}>
        <Icon name="box" />
        <h2>{say('training.title')}</h2>
        <IconButton icon="next" label={say('training.hide')} onPress={() => onToggle(false)} />
      </header>
      <Tabs
        label={say('training.title')}
        selected={device}
        onSelect={(next) => setChosen({ step, device: next })}
        tabs={[
          { id: 'scanner', label: say('device.scanner'), panel: <ScannerTab {...props} /> },
          { id: 'scale', label: say('device.scale'), panel: <ScaleTab /> },
          { id: 'printer', label: say('device.printer'), panel: <PrinterTab /> },
        ]}
      />
    </aside>
  )
}
