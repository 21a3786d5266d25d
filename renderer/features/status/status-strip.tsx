import { DeviceLamp } from './device-lamp.tsx'
import { ParkedLamp } from './parked-lamp.tsx'
import { PrinterLamp, type PrinterLampProps } from './printer-lamp.tsx'
import styles from './status-strip.module.css'
import { useStatus } from './store.ts'
import { SyncLamp } from './sync-lamp.tsx'

export interface StatusStripProps {
  readonly now: Date
  readonly held: PrinterLampProps['held']
  readonly parked: { readonly count: number; readonly isMissing: boolean }
  readonly onParked: () => void
  readonly onPrinter: () => void
  readonly onSync: () => void
  readonly onDevices: () => void
}

/** Devices and sync, in words and signs, on every screen. */
export const StatusStrip = (props: StatusStripProps) => {
  const { now, held, parked, onParked, onPrinter, onSync, onDevices } = props
  const devices = useStatus((state) => state.devices)
  const sync = useStatus((state) => state.sync)
  return (
    <div className={styles['strip']}>
      {parked.count === 0 ? null : <ParkedLamp {...parked} onOpen={onParked} />}
      <PrinterLamp device={devices?.printer ?? null} held={held} onOpen={onPrinter} />
      <DeviceLamp
        name="scanner"
        device={devices?.scanner ?? null}
        all={devices?.scanners ?? []}
        onSetUp={onDevices}
      />
      <DeviceLamp name="scale" device={devices?.scale ?? null} onSetUp={onDevices} />
      <SyncLamp sync={sync} now={now} onOpen={onSync} />
    </div>
  )
}
