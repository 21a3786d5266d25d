import type { Enrolled, Enrolment } from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import type { Database } from './database.ts'
import { carryRights } from './rights-book.ts'
import { transact } from './transact.ts'
import { samePairingCode, stationId, stationToken, tokenHash } from './tokens.ts'

/** Who sends a request: a station in its present epoch. */
export interface StationIdentity {
  readonly stationId: string
  readonly epoch: number
  /** It was declared lost: what it still tells goes into quarantine, and it learns nothing more. */
  readonly fenced: boolean
}

/**
 * Gives a station its token. One that was enrolled before takes the next epoch and its old token ends.
 * @throws ApiFailure pairing-code-wrong, station-unknown
 */
export const enrol = (db: Database, clock: () => Date, enrolment: Enrolment): Promise<Enrolled> =>
  transact(db, async (tx) => {
    const { pairing_code } = await tx
      .selectFrom('server')
      .select('pairing_code')
      .executeTakeFirstOrThrow()
    if (!samePairingCode(enrolment.pairing_code, pairing_code)) {
      throw new ApiFailure('pairing-code-wrong', 'this is not the pairing code of this server')
    }
    const token = stationToken()
    const fresh = {
      name: enrolment.name,
      token_hash: tokenHash(token),
      last_seq: 0,
      enrolled_at: clock().toISOString(),
      fenced_at: null,
    }
    if (enrolment.station_id === undefined) {
      const created = { station_id: stationId(), epoch: 1 }
      await tx
        .insertInto('stations')
        .values({ ...created, ...fresh })
        .execute()
      return { ...created, token }
    }
    const renewed = await tx
      .updateTable('stations')
      .set((eb) => ({ ...fresh, epoch: eb('epoch', '+', 1) }))
      .where('station_id', '=', enrolment.station_id)
      .returning(['station_id', 'epoch'])
      .executeTakeFirst()
    if (renewed === undefined) {
      throw new ApiFailure(
        'station-unknown',
        `no station ${enrolment.station_id} was ever enrolled`,
      )
    }
    await carryRights(tx, renewed.station_id)
    return { ...renewed, token }
  })

/** @throws ApiFailure unauthenticated */
export const authenticate = async (
  db: Database,
  authorization: string | undefined,
): Promise<StationIdentity> => {
  const token = /^Bearer ([\w-]{1,200})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) {
    throw new ApiFailure('unauthenticated', 'send the station token as "Authorization: Bearer …"')
  }
  const station = await db
    .selectFrom('stations')
    .select(['station_id', 'epoch', 'fenced_at'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (station === undefined) {
    throw new ApiFailure('unauthenticated', 'this token is unknown or has ended: enrol again')
  }
  const { epoch, fenced_at } = station
  return { stationId: station.station_id, epoch, fenced: fenced_at !== null }
}
