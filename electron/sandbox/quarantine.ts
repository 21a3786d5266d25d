import { isCommandType, requestSchemas, type WireCommand } from '#shared/contract/linkstar-api.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'

const isFact = (type: string): boolean =>
  isCommandType(type) && !Object.hasOwn(requestSchemas, type)

/** What a station tells after it was declared lost: facts are kept for a person to judge, requests are refused. */
export const quarantine = async (
  { tx, inserts, station, at }: Applying,
  commands: readonly WireCommand[],
): Promise<readonly Outcome[]> => {
  const { stationId: station_id, epoch } = station
  const kept = commands
    .filter(({ type }) => isFact(type))
    .map(({ seq, type, payload }) => ({
      station_id,
      epoch,
      seq,
      type,
      payload: JSON.stringify(payload),
      at,
    }))
  await inserts.quarantine(tx, kept)
  return commands.map(({ type }): Outcome => {
    if (isFact(type)) {
      const message = `epoch ${epoch} of this station is fenced: kept for a person to judge`
      return { status: 'quarantined', message }
    }
    return isCommandType(type)
      ? refusal('station-fenced', 'this station was declared lost: enrol it again')
      : refusal('type-unknown', `this server knows no command ${type}`)
  })
}
