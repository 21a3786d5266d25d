import { join } from 'node:path'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import type { BenchRow } from './bench-row.ts'
import {
  type BenchStation,
  memoryCredentials,
  openBenchOrder,
  startBenchStation,
} from './support/bench-station.ts'
import { type Ends, withEnds } from './support/ends.ts'
import { median, repeat, spread } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { storeOldWork } from './support/old-work.ts'
import { createScanRounds } from './support/scan-rounds.ts'

const few = 1_000
const many = 200_000
const warmUp = 100
const limits = { most: 2_000, ms: 16_000 }

/** A station that has stored so many scans before. Its server is its own: the old cartons are in nobody's way. */
const openStation = async (folder: string, scans: number, ends: Ends): Promise<BenchStation> => {
  const server = await startSandbox(join(folder, 'server'), [benchOrder()])
  ends.add(server.stop)
  const parts = { home: join(folder, 'home'), server, credentials: memoryCredentials() }
  const fresh = startBenchStation(parts)
  await openBenchOrder(fresh)
  await fresh.close()
  storeOldWork(parts.home, scans)
  const station = startBenchStation(parts)
  ends.add(station.close)
  await station.ask('bench.snapshot', undefined)
  return station
}

/** The same scans at two stations of the same process, one of each in turn. */
export const scanAtScale: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const small = createScanRounds(await openStation(join(folder, 'few'), few, ends))
    const large = createScanRounds(await openStation(join(folder, 'many'), many, ends))
    const ours: number[] = []
    const theirs: number[] = []
    await repeat(limits, async (round) => {
      const atFew = await small.next()
      const atMany = await large.next()
      if (round < warmUp) return
      theirs.push(atFew.committed)
      ours.push(atMany.committed)
    })
    return [
      {
        name: `scan at ${many} stored scans ÷ at ${few}`,
        ratio: median(ours) / median(theirs),
        goal: 1.1,
        better: 'lower',
        detail: `at ${many} ${spread(ours)}; at ${few} ${spread(theirs)}; ${ours.length} of each in turn`,
      },
    ]
  })
