import { isCommandType, requestSchemas, type WireCommand } from '#shared/contract/linkstar-api.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'

/** What a station tells after it was declared lost: facts are kept for a person to judge, requests are refused. */
export const quarantine = async (
  { tx, station, at }: Applying,
  { seq, type, payload }: WireCommand,
): Promise<Outcome> => {
  if (!isCommandType(type)) {
    return refusal('type-unknown', `this server knows no command ${type}`)
  }
  if (Object.hasOwn(requestSchemas, type)) {
    return refusal('station-fenced', 'this station was declared lost: enrol it again')
  }
  const { stationId: station_id, epoch } = station
  await tx
    .insertInto('quarantine')
    .values({ station_id, epoch, seq, type, payload: JSON.stringify(payload), at })
    .execute()
  const message = `epoch ${epoch} of this station is fenced: kept for a person to judge`
  return { status: 'quarantined', message }
}
