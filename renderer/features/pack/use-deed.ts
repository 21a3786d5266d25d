import { useCallback } from 'react'
import { useStation } from '#renderer/lib/station.tsx'
import type { KeyDeed } from './keys.ts'
import { useBenchApi } from './store.ts'

/** Does what a key stands for. */
export const useDeed = (): ((deed: KeyDeed) => void) => {
  const { act } = useStation()
  const bench = useBenchApi()
  return useCallback(
    (deed) => {
      if ('open' in deed) bench.getState().openDialog(deed.open)
      else if ('mode' in deed) void act('bench.setMode', deed.mode)
      else if ('park' in deed) void act('parked.park', deed.park)
      else void act(deed.act, undefined)
    },
    [act, bench],
  )
}
