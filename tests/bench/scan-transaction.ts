import { join } from 'node:path'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { openFullInsert } from './baseline/full-insert.ts'
import type { BenchRow } from './bench-row.ts'
import { memoryCredentials, openBenchOrder, startBenchStation } from './support/bench-station.ts'
import { withEnds } from './support/ends.ts'
import { median, repeat, spread } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { createScanRounds } from './support/scan-rounds.ts'

const warmUp = 100
const limits = { most: 2_000, ms: 16_000 }

/** A scan, from the request to the end of its commit, against one insert on the same disk: one of each in turn. */
export const scanTransaction: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [benchOrder()])
    ends.add(server.stop)
    const station = startBenchStation({
      home: join(folder, 'home'),
      server,
      credentials: memoryCredentials(),
    })
    ends.add(station.close)
    await openBenchOrder(station)
    const plain = openFullInsert(join(folder, 'plain.db'))
    ends.add(plain.close)

    const scans = createScanRounds(station)
    const ours: number[] = []
    const answers: number[] = []
    const theirs: number[] = []
    await repeat(limits, async (round) => {
      const { committed, answered } = await scans.next()
      const insert = plain.next()
      if (round < warmUp) return
      ours.push(committed)
      answers.push(answered)
      theirs.push(insert)
    })
    return [
      {
        name: 'scan transaction ÷ plain FULL insert',
        ratio: median(ours) / median(theirs),
        goal: 1.5,
        better: 'lower',
        detail: `scan ${spread(ours)}, with its answer ${spread(answers)}; insert ${spread(theirs)}; ${ours.length} of each in turn`,
      },
    ]
  })
