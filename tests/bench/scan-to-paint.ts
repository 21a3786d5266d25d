import { join } from 'node:path'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import type { BenchResult, BenchRow } from './bench-row.ts'
import { launchApp, openAppOrder } from './support/bench-app.ts'
import { withEnds } from './support/ends.ts'
import { frameMs, median, percentile, repeat, spread } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { createPaintedScans, type PaintedScans } from './support/paint-clock.ts'

const warmUp = 20
const limits = { most: 320, ms: 20_000 }

const measure = async (what: string, scans: PaintedScans): Promise<readonly BenchResult[]> => {
  const measured: number[] = []
  await repeat(limits, async (round) => {
    const ms = await scans.next()
    if (round >= warmUp) measured.push(ms)
  })
  const result = (name: string, share: number, goal: number) => ({
    name: `${what} to painted verdict, ${name}, in frames`,
    ratio: percentile(measured, share) / frameMs,
    goal,
    better: 'lower' as const,
    detail: `${spread(measured)} of ${measured.length} scans; a frame is ${frameMs.toFixed(1)} ms; median ${(median(measured) / frameMs).toFixed(2)} frames`,
  })
  return [result('p50', 0.5, 2), result('p99', 0.99, 6)]
}

/** From the last key of a scan to the paint of its verdict, in the real app, against one frame at 60 Hz. */
export const scanToPaint: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [benchOrder()])
    ends.add(server.stop)
    const app = await launchApp({ home: join(folder, 'home'), server })
    ends.add(app.close)
    await openAppOrder(app)
    return measure('scan', await createPaintedScans(app))
  })

/** The same from the first byte of a scan on a serial line. */
export const serialToPaint: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [benchOrder()])
    ends.add(server.stop)
    const line = await openPtyPair(folder, 'scanner')
    ends.add(line.unplug)
    const scanners = [{ id: 'hand', address: `serial:${line.path}?baud=115200` }]
    const app = await launchApp({ home: join(folder, 'home'), server, scanners })
    ends.add(app.close)
    await openAppOrder(app)
    const send = (code: string): Promise<void> => line.send(`${code}\r`)
    return measure('serial bytes', await createPaintedScans(app, send))
  })
