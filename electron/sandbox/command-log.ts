import {
  type CommandBatch,
  type CommandResult,
  commandResultSchema,
  type CommandResults,
  type WireCommand,
} from '#shared/contract/linkstar-api.ts'
import { parseCartonCode } from '#shared/domain/carton-code.ts'
import { commandHash } from '#electron/command-hash/index.ts'
import { ApiFailure } from './api-failure.ts'
import { applyCommands } from './apply-commands.ts'
import type { Database } from './database.ts'
import type { StationIdentity } from './enrolment.ts'
import type { Applying } from './outcome.ts'
import { quarantine } from './quarantine.ts'
import type { RowInserts } from './row-inserts.ts'
import { lockOrders, lockStation, transact } from './transact.ts'

// A database refuses to look for some texts at all, such as one with a NUL in it.
const referenceNoPattern = /^[A-Z0-9-]{1,32}$/

interface CommandLogParts {
  readonly db: Database
  readonly inserts: RowInserts
  readonly clock: () => Date
}

const checkHashes = (commands: readonly WireCommand[]): void => {
  for (const { seq, type, payload, hash } of commands) {
    if (commandHash(type, payload) === hash) continue
    throw new ApiFailure('hash-wrong', `the hash of command ${seq} is not that of its payload`, {
      seq,
    })
  }
}

/** The recorded results of commands that were applied before. */
const recordedResults = async (
  { tx, station }: Applying,
  commands: readonly WireCommand[],
): Promise<readonly CommandResult[]> => {
  if (commands.length === 0) return []
  const rows = await tx
    .selectFrom('commands')
    .select(['seq', 'hash', 'result'])
    .where('station_id', '=', station.stationId)
    .where('epoch', '=', station.epoch)
    .where(
      'seq',
      'in',
      commands.map(({ seq }) => seq),
    )
    .execute()
  const recorded = new Map(rows.map((row) => [row.seq, row]))
  return commands.map(({ seq, hash }) => {
    const known = recorded.get(seq)
    if (known === undefined) throw new Error(`command ${seq} was applied, but is not recorded`)
    if (known.hash === hash) return commandResultSchema.parse(JSON.parse(known.result))
    const message = `command ${seq} was recorded before with another payload`
    throw new ApiFailure('payload-differs', message, { seq })
  })
}

const record = async (
  { tx, inserts, station, at }: Applying,
  applied: readonly (readonly [WireCommand, CommandResult])[],
): Promise<void> => {
  const key = { station_id: station.stationId, epoch: station.epoch }
  const commands = applied.map(([{ seq, type, payload, hash }, result]) => ({
    ...key,
    seq,
    type,
    payload: JSON.stringify(payload),
    hash,
    result: JSON.stringify(result),
    received_at: at,
  }))
  const flags = applied.flatMap(([{ seq, payload }, result]) => {
    if (result.status !== 'flagged') return []
    const code = payload['carton_code']
    const carton_code = typeof code === 'string' ? parseCartonCode(code) : null
    return result.flags.map((flag, position) => ({ ...key, seq, position, carton_code, ...flag }))
  })
  await inserts.commands(tx, commands)
  await inserts.flags(tx, flags)
}

const applyFresh = async (
  by: Applying,
  commands: readonly WireCommand[],
): Promise<readonly CommandResult[]> => {
  const apply = by.station.fenced ? quarantine : applyCommands
  const outcomes = await apply(by, commands)
  const applied = commands.map((command, index) => {
    const outcome = outcomes[index]
    if (outcome === undefined) throw new Error(`command ${command.seq} came to nothing`)
    return [command, { seq: command.seq, ...outcome }] as const
  })
  await record(by, applied)
  return applied.map(([, result]) => result)
}

const ordersOf = (commands: readonly WireCommand[]): readonly string[] => [
  ...new Set(
    commands.flatMap(({ payload }) => {
      const reference = payload['reference_no']
      return typeof reference === 'string' && referenceNoPattern.test(reference) ? [reference] : []
    }),
  ),
]

/**
 * Applies a batch in one transaction: all of it, or nothing.
 * A command that was applied before is answered with its recorded result, for ever.
 * @throws ApiFailure station-mismatch, epoch-stale, sequence-gap, payload-differs, hash-wrong
 */
export const applyBatch = (
  { db, inserts, clock }: CommandLogParts,
  station: StationIdentity,
  batch: CommandBatch,
): Promise<CommandResults> => {
  if (batch.station_id !== station.stationId) {
    throw new ApiFailure('station-mismatch', 'the token belongs to another station')
  }
  checkHashes(batch.commands)
  return transact(db, async (tx) => {
    const { epoch, last_seq, fenced_at } = await lockStation(tx, station.stationId)
    if (batch.epoch !== epoch || station.epoch !== epoch) {
      throw new ApiFailure('epoch-stale', `this station is in epoch ${epoch}`, { epoch })
    }
    const expected = last_seq + 1
    const from = batch.commands[0]?.seq ?? expected
    if (from > expected) {
      const message = `expected command ${expected}, got ${from}`
      throw new ApiFailure('sequence-gap', message, { expected_seq: expected })
    }
    const fresh = batch.commands.filter(({ seq }) => seq > last_seq)
    await lockOrders(tx, ordersOf(fresh))
    const at = clock().toISOString()
    const fenced = fenced_at !== null
    const by: Applying = { tx, inserts, station: { ...station, fenced }, at }
    const results = [
      ...(await recordedResults(
        by,
        batch.commands.filter(({ seq }) => seq <= last_seq),
      )),
      ...(await applyFresh(by, fresh)),
    ]
    const last = batch.commands.at(-1)?.seq ?? last_seq
    await tx
      .updateTable('stations')
      .set({ last_seq: Math.max(last, last_seq) })
      .where('station_id', '=', station.stationId)
      .execute()
    return { results }
  })
}
