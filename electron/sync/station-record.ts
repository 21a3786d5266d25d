import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

export interface StationRecord {
  readonly stationId: string
  readonly epoch: number
  readonly lastSeq: number
}

export interface StoredStation extends StationRecord {
  /** The store came back from a backup: it has no place in the server's log until it has a new epoch. */
  readonly restored: boolean
}

export interface StationRecords {
  read(): StoredStation | null
  /** Commands go on behind the last one of this epoch that is stored here. */
  write(stationId: string, epoch: number): void
}

export const createStationRecords = (store: Store): StationRecords => {
  const read = store.prepare()((db) =>
    db
      .selectFrom('station')
      .select(['station_id as stationId', 'epoch', 'last_seq as lastSeq', 'restored']),
  )
  const write = store.prepare<{ stationId: string; epoch: number }>()((db, param) => {
    const changing = {
      station_id: param('stationId'),
      epoch: param('epoch'),
      restored: 0,
      last_seq: sql<number>`(select coalesce(max(seq), 0) from outbox where epoch = ${param('epoch')})`,
    }
    return db
      .insertInto('station')
      .values({ only: 1, ...changing })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(changing))
  })
  return {
    read: () => {
      const row = read.get({})
      return row === undefined ? null : { ...row, restored: row.restored === 1 }
    },
    write: (stationId, epoch) => void write.run({ stationId, epoch }),
  }
}
