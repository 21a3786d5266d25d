import { join } from 'node:path'
import { maxCommandsPerBatch } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import type { BenchResult, BenchRow } from './bench-row.ts'
import { withEnds } from './support/ends.ts'
import { median, timed } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { type RawServer, startRawServer } from './support/raw-server.ts'
import { type ReplayStation, startReplayStation } from './support/replay-station.ts'

const cartonsARound = 100
// A program that has just started is half as fast.
const warmUp = 50
const rounds = 50
const orders = Array.from({ length: warmUp + rounds }, (_none, round) => `BENCH-${round}`)
/** An order a round: real ones have no more cartons. */
const cartons = { all: orders.length * cartonsARound, anOrder: cartonsARound }

/** The bodies the baseline sends: the same commands in batches of the same length. */
const bodiesOf = (
  commands: readonly { readonly seq: number; readonly type: string; readonly payload: string }[],
): readonly string[] => {
  const wire = commands.map((command) => ({
    ...command,
    payload: JSON.parse(command.payload) as unknown,
  }))
  return Array.from({ length: Math.ceil(wire.length / maxCommandsPerBatch) }, (_none, batch) => {
    const from = batch * maxCommandsPerBatch
    return JSON.stringify({ commands: wire.slice(from, from + maxCommandsPerBatch) })
  })
}

/** Both sides in turn. @returns rates in sealed cartons a second, medians */
const inTurn = async (station: ReplayStation, raw: RawServer) => {
  const ours: number[] = []
  const theirs: number[] = []
  for (const [round, orderNo] of orders.entries()) {
    station.seal(orderNo as OrderNo, cartonsARound)
    const bodies = bodiesOf(station.unsent())
    const replayed = await timed(station.replay)
    const inserted = await timed(async () => {
      for (const body of bodies) await raw.push(body)
    })
    if (round < warmUp) continue
    ours.push(cartonsARound / (replayed / 1000))
    theirs.push(cartonsARound / (inserted / 1000))
  }
  return { ours: median(ours), theirs: median(theirs) }
}

/**
 * Sealed cartons from the outbox to the answers stored, through the sync worker, against the same commands over raw HTTP
 * and a bare insert: to the sandbox, which judges and books each command, and to the very server that only inserts them.
 */
export const outboxReplay: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(
      join(folder, 'server'),
      orders.map((orderNo) => benchOrder(orderNo)),
    )
    ends.add(server.stop)
    const raw = await startRawServer(join(folder, 'raw.db'))
    ends.add(raw.stop)
    /** A station of its own, as a program has one. */
    const measured = async (name: string, commandsTo?: string): Promise<BenchResult> => {
      const { ours, theirs } = await withEnds(async (its) => {
        const station = await startReplayStation({
          home: join(folder, name),
          server,
          cartons,
          ...(commandsTo === undefined ? {} : { commandsTo }),
        })
        its.add(station.close)
        return inTurn(station, raw)
      })
      return {
        name: `outbox replay rate to ${name} ÷ raw HTTP and bare insert`,
        ratio: ours / theirs,
        goal: 0.6,
        better: 'higher',
        detail: `${ours.toFixed(0)} against ${theirs.toFixed(0)} sealed cartons a second; ${rounds} rounds of ${cartonsARound} in turn`,
      }
    }
    const judged = await measured('the sandbox')
    const arrived = await server.cartons()
    if (arrived.length !== cartons.all)
      throw new Error(`${arrived.length} of ${cartons.all} arrived`)
    return [judged, await measured('the bare insert', raw.url)]
  })
