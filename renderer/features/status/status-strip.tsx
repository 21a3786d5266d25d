import { DeviceLamp } from './device-lamp.tsx'
import { deviceNames } from './lost-devices.ts'
import styles from './status-strip.module.css'
import { useStatus } from './store.ts'
import { SyncLamp } from './sync-lamp.tsx'

/** Devices and sync, in words and signs, on every screen. */
export const StatusStrip = ({ now, onSync }: { now: Date; onSync: () => void }) => {
  const devices = useStatus((state) => state.devices)
  const sync = useStatus((state) => state.sync)
  return (
    <div className={styles['strip']}>
      {deviceNames.map((name) => (
        <DeviceLamp key={name} name={name} device={devices?.[name] ?? null} />
      ))}
      <SyncLamp sync={sync} now={now} onOpen={onSync} />
    </div>
  )
}
