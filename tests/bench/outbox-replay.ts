import { join } from 'node:path'
import { maxCommandsPerBatch } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import type { BenchRow } from './bench-row.ts'
import { withEnds } from './support/ends.ts'
import { median, timed } from './support/figures.ts'
import { benchOrder } from './support/goods.ts'
import { startRawServer } from './support/raw-server.ts'
import { startReplayStation } from './support/replay-station.ts'

const cartonsARound = 100
// A server that has just started is half as fast.
const warmUp = 40
const rounds = 20

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

/**
 * Sealed cartons from the outbox to the answers stored, through the sync worker, against the same commands over raw HTTP
 * and a bare insert: to the sandbox, which judges and books each command, and to the very server that only inserts them.
 */
export const outboxReplay: BenchRow = (folder) =>
  withEnds(async (ends) => {
    // An order a round: real ones have no more cartons.
    const orders = Array.from({ length: warmUp + rounds }, (_none, round) => `BENCH-${round}`)
    const server = await startSandbox(
      join(folder, 'server'),
      orders.map((orderNo) => benchOrder(orderNo)),
    )
    ends.add(server.stop)
    const raw = await startRawServer(join(folder, 'raw.db'))
    ends.add(raw.stop)
    const cartons = { all: orders.length * cartonsARound, anOrder: cartonsARound }
    const station = await startReplayStation({ home: join(folder, 'station'), server, cartons })
    ends.add(station.close)
    const barely = await startReplayStation({
      home: join(folder, 'bare'),
      server,
      cartons,
      commandsTo: raw.url,
    })
    ends.add(barely.close)
    const judged: number[] = []
    const bare: number[] = []
    const theirs: number[] = []
    let bytes = 0
    for (const [round, orderNo] of orders.entries()) {
      station.seal(orderNo as OrderNo, cartonsARound)
      const bodies = bodiesOf(station.unsent())
      bytes = bodies.reduce((sum, body) => sum + body.length, 0)
      const replayed = await timed(station.replay)
      barely.seal(orderNo as OrderNo, cartonsARound)
      const sent = await timed(barely.replay)
      const inserted = await timed(async () => {
        for (const body of bodies) await raw.push(body)
      })
      if (round < warmUp) continue
      judged.push(cartonsARound / (replayed / 1000))
      bare.push(cartonsARound / (sent / 1000))
      theirs.push(cartonsARound / (inserted / 1000))
    }
    const arrived = await server.cartons()
    if (arrived.length !== cartons.all)
      throw new Error(`${arrived.length} of ${cartons.all} arrived`)
    const inTurn = `${rounds} rounds of ${cartonsARound} (${(bytes / 1024).toFixed(0)} KiB) in turn`
    const rate = (rates: readonly number[]): string => median(rates).toFixed(0)
    const against = (rates: readonly number[]): string =>
      `${rate(rates)} against ${rate(theirs)} sealed cartons a second; ${inTurn}`
    return [
      {
        name: 'outbox replay rate to the sandbox ÷ raw HTTP and bare insert',
        ratio: median(judged) / median(theirs),
        goal: 0.6,
        better: 'higher',
        detail: against(judged),
      },
      {
        name: 'outbox replay rate to the bare insert ÷ raw HTTP and bare insert',
        ratio: median(bare) / median(theirs),
        goal: 0.6,
        better: 'higher',
        detail: against(bare),
      },
    ]
  })
