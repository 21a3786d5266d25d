import { useEffect } from 'react'
import { lostDevices } from './lost-devices.ts'
import { useStatusApi } from './store.ts'

/** Tells once when a device that worked is gone. */
export const useDeviceSounds = (onLost: () => void): void => {
  const status = useStatusApi()
  useEffect(
    () =>
      status.subscribe((now, before) => {
        if (now.devices === null || now.devices === before.devices) return
        if (lostDevices(before.devices, now.devices).length > 0) onLost()
      }),
    [status, onLost],
  )
}
