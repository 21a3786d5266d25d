import { ApiFailure } from './api-failure.ts'
import type { Database } from './database.ts'
import { loseStation } from './rights-requests.ts'
import { stationToken, tokenHash } from './tokens.ts'
import { transact } from './transact.ts'

const unknown = (stationId: string): ApiFailure =>
  new ApiFailure('station-unknown', `no station ${stationId} was ever enrolled`)

/** Ends a station's token; it has to enrol again. @throws ApiFailure station-unknown */
export const revokeToken = async (db: Database, stationId: string): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('stations')
    // Of a token that nobody has.
    .set({ token_hash: tokenHash(stationToken()) })
    .where('station_id', '=', stationId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw unknown(stationId)
}

/** What a supervisor's report does. @throws ApiFailure station-unknown */
export const fenceStation = async (db: Database, stationId: string, at: string): Promise<void> => {
  if (!(await transact(db, (tx) => loseStation(tx, stationId, at)))) throw unknown(stationId)
}

export const stationReport = async (db: Database) => ({
  stations: await db
    .selectFrom('stations')
    .select(['station_id', 'name', 'epoch', 'last_seq', 'enrolled_at', 'fenced_at'])
    .orderBy('enrolled_at')
    .orderBy('station_id')
    .execute(),
})

export const quarantineReport = async (db: Database) => {
  const rows = await db
    .selectFrom('quarantine')
    .selectAll()
    .orderBy('station_id')
    .orderBy('epoch')
    .orderBy('seq')
    .execute()
  return {
    quarantine: rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown })),
  }
}
