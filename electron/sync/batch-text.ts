import type { WireCommand } from '#shared/contract/linkstar-api.ts'
import { commandHash } from '#electron/command-hash/index.ts'
import type { LoggedCommand } from './command-log.ts'
import type { LocalResult } from './outbox-answers.ts'
import type { StationRecord } from './station-record.ts'

/** A command that was set aside keeps its place: the server counts, so something must stand there. */
const standIn = ({ seq, type }: LoggedCommand, { code }: Partial<LocalResult>): string => {
  const other = { type: 'set-aside', payload: { type, reason: code ?? '' } }
  const hash = commandHash(other.type, other.payload)
  return JSON.stringify({ seq, ...other, hash } satisfies WireCommand)
}

const commandText = (command: LoggedCommand): string => {
  const { seq, type, payload, hash, result } = command
  const own = result === null ? null : (JSON.parse(result) as Partial<LocalResult>)
  if (own?.setAside === true) return standIn(command, own)
  // It stands in the log as the JSON that its hash is of, and goes up as it stands.
  return `{"seq":${seq},"type":${JSON.stringify(type)},"payload":${payload},"hash":"${hash}"}`
}

/** Commands as the JSON of a `CommandBatch` of the contract. */
export const batchText = (
  { stationId, epoch }: Pick<StationRecord, 'stationId' | 'epoch'>,
  commands: readonly LoggedCommand[],
): string =>
  `{"station_id":${JSON.stringify(stationId)},"epoch":${epoch},"commands":[${commands.map(commandText).join(',')}]}`
