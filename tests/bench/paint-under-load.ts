import { join } from 'node:path'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import type { BenchRow } from './bench-row.ts'
import { backUpInApp } from './support/app-backup.ts'
import { type BenchApp, launchApp, openAppOrder } from './support/bench-app.ts'
import { withEnds } from './support/ends.ts'
import { frameMs, percentile, repeat, spread } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { watchMainLoop } from './support/main-loop.ts'
import { changeOrders, stormSize } from './support/order-storm.ts'
import { createPaintedScans } from './support/paint-clock.ts'

// Twenty times five hundred.
const limits = { most: 20, ms: 180_000 }
const scansIdle = 24
const scansAtLeast = 12

const lastPull = async ({ page }: BenchApp): Promise<string | null> => {
  const health = await askStation(page, 'sync.health', undefined)
  return health.ok ? health.value.sync.lastPullAt : null
}

/** Scans while hundreds of changed orders are pulled and the store is backed up, and while nothing else happens, in turn. */
export const paintUnderLoad: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const data = join(folder, 'server')
    const home = join(folder, 'home')
    const server = await startSandbox(data, [benchOrder()])
    ends.add(server.stop)
    const app = await launchApp({ home, server })
    ends.add(app.close)
    await openAppOrder(app)
    const scans = await createPaintedScans(app)
    const loop = await watchMainLoop(app.electron)
    const idle: number[] = []
    const loaded: number[] = []
    let pulled = 0
    let backups = 0

    await repeat(limits, async (round) => {
      for (let scan = 0; scan < scansIdle; scan += 1) idle.push(await scans.next())
      await changeOrders(server, data, 1_000 + round)
      const before = await lastPull(app)
      await loop.watch()
      await askStation(app.page, 'sync.retry', undefined)
      const backup = backUpInApp(app, join(home, 'station.db'))
      for (let scan = 0; ; scan += 1) {
        loaded.push(await scans.next())
        if (scan >= scansAtLeast && (await lastPull(app)) !== before) break
      }
      await backup
      await loop.pause()
      pulled += stormSize
      backups += 1
    })
    const delay = await loop.delay(0.99)
    const work = `while ${pulled} order changes were pulled and ${backups} backups made`
    return [
      {
        name: 'p99 of scan to painted verdict under load ÷ idle',
        ratio: percentile(loaded, 0.99) / percentile(idle, 0.99),
        goal: 1.2,
        better: 'lower',
        detail: `${spread(loaded)} of ${loaded.length} scans ${work}; idle ${spread(idle)} of ${idle.length}`,
      },
      {
        name: 'p99 delay of the main loop in that run, in frames',
        ratio: delay / frameMs,
        goal: 1.2,
        better: 'lower',
        detail: `p50 ${(await loop.delay(0.5)).toFixed(2)} ms, p99 ${delay.toFixed(2)} ms ${work}`,
      },
    ]
  })
