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
import { applyCommand } from './apply-command.ts'
import type { Database } from './database.ts'
import type { StationIdentity } from './enrolment.ts'
import type { Applying } from './outcome.ts'
import { quarantine } from './quarantine.ts'
import { lockOrders, lockStation, transact } from './transact.ts'

// A database refuses to look for some texts at all, such as one with a NUL in it.
const referenceNoPattern = /^[A-Z0-9-]{1,32}$/

const checkHashes = (commands: readonly WireCommand[]): void => {
  for (const { seq, type, payload, hash } of commands) {
    if (commandHash(type, payload) === hash) continue
    throw new ApiFailure('hash-wrong', `the hash of command ${seq} is not that of its payload`, {
      seq,
    })
  }
}

/** The recorded result of a command that was applied before. */
const recordedResult = async (
  { tx, station }: Applying,
  { seq, hash }: WireCommand,
): Promise<CommandResult> => {
  const recorded = await tx
    .selectFrom('commands')
    .select(['hash', 'result'])
    .where('station_id', '=', station.stationId)
    .where('epoch', '=', station.epoch)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  if (recorded.hash !== hash) {
    const message = `command ${seq} was recorded before with another payload`
    throw new ApiFailure('payload-differs', message, { seq })
  }
  return commandResultSchema.parse(JSON.parse(recorded.result))
}

const applyAndRecord = async (by: Applying, command: WireCommand): Promise<CommandResult> => {
  const { seq, type, payload, hash } = command
  const apply = by.station.fenced ? quarantine : applyCommand
  const result: CommandResult = { seq, ...(await apply(by, command)) }
  const key = { station_id: by.station.stationId, epoch: by.station.epoch, seq }
  await by.tx
    .insertInto('commands')
    .values({
      ...key,
      type,
      payload: JSON.stringify(payload),
      hash,
      result: JSON.stringify(result),
      received_at: by.at,
    })
    .execute()
  if (result.status === 'flagged') {
    const code = payload['carton_code']
    const carton_code = typeof code === 'string' ? parseCartonCode(code) : null
    await by.tx
      .insertInto('flags')
      .values(result.flags.map((flag, position) => ({ ...key, position, carton_code, ...flag })))
      .execute()
  }
  return result
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
  db: Database,
  clock: () => Date,
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
    await lockOrders(tx, ordersOf(batch.commands.filter(({ seq }) => seq > last_seq)))
    const fenced = fenced_at !== null
    const at = clock().toISOString()
    const results: CommandResult[] = []
    for (const command of batch.commands) {
      const by: Applying = { tx, station: { ...station, fenced }, at, seq: command.seq }
      results.push(
        command.seq <= last_seq
          ? await recordedResult(by, command)
          : await applyAndRecord(by, command),
      )
    }
    const last = batch.commands.at(-1)?.seq ?? last_seq
    await tx
      .updateTable('stations')
      .set({ last_seq: Math.max(last, last_seq) })
      .where('station_id', '=', station.stationId)
      .execute()
    return { results }
  })
}
