import { useEffect } from 'react'
import { type LostDevice, lostDevices } from './lost-devices.ts'
import { useStatusApi } from './store.ts'

/** Tells once when devices that worked are gone. */
export const useDeviceSounds = (onLost: (lost: readonly LostDevice[]) => void): void => {
  const status = useStatusApi()
  useEffect(
    () =>
      status.subscribe((now, before) => {
        if (now.devices === null || now.devices === before.devices) return
        const lost = lostDevices(before.devices, now.devices)
        if (lost.length > 0) onLost(lost)
      }),
    [status, onLost],
  )
}
