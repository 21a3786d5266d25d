import type { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ElectronApplication } from '@playwright/test'

type Watched = typeof globalThis & { loopDelay?: ReturnType<typeof monitorEventLoopDelay> }

/** The delay of the app's main loop while it is being watched. */
export interface MainLoop {
  watch(): Promise<void>
  pause(): Promise<void>
  /** Milliseconds that `share` of the looks were not later than. */
  delay(share: number): Promise<number>
}

/** Milliseconds between two looks at the loop; they are part of what the histogram counts. */
const lookEveryMs = 1

export const watchMainLoop = async (electron: ElectronApplication): Promise<MainLoop> => {
  await electron.evaluate((_electron, resolution) => {
    const perfHooks = process.getBuiltinModule('node:perf_hooks')
    ;(globalThis as Watched).loopDelay = perfHooks.monitorEventLoopDelay({ resolution })
  }, lookEveryMs)
  return {
    watch: () => electron.evaluate(() => void (globalThis as Watched).loopDelay?.enable()),
    pause: () => electron.evaluate(() => void (globalThis as Watched).loopDelay?.disable()),
    delay: async (share) => {
      const nanoseconds = await electron.evaluate(
        (_electron, percent) => (globalThis as Watched).loopDelay?.percentile(percent) ?? 0,
        share * 100,
      )
      return Math.max(0, nanoseconds / 1e6 - lookEveryMs)
    },
  }
}
