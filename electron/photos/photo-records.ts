import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'
import type { ImageType } from './image-type.ts'

export interface KeptPhoto {
  /** Of its bytes, which name its file too. */
  readonly sha256: string
  readonly type: ImageType
}

/** Which photos there are. */
export interface PhotoRecords {
  find(urlHash: string): KeptPhoto | null
  /** Addresses of goods of orders that may be packed, as the seller gives them. */
  wanted(): readonly string[]
  /** Hashes of addresses that need not be fetched: the photo is there, or was tried since `since` (ISO 8601). */
  settled(since: string): ReadonlySet<string>
  keep(urlHash: string, photo: KeptPhoto, at: string): void
  missed(urlHash: string, problem: string, at: string): void
  /** Rows beyond the newest `most`. They are forgotten; gives the files that nothing names any more. */
  prune(most: number): readonly KeptPhoto[]
}

const address = sql<string | null>`json_extract(order_lines.info, '$.imageUrl')`

export const createPhotoRecords = (store: Store): PhotoRecords => {
  const byHash = store.prepare<{ urlHash: string }>()((db, param) =>
    db.selectFrom('sku_photos').select(['sha256', 'type']).where('url_hash', '=', param('urlHash')),
  )
  const wanted = store.prepare()((db) =>
    db
      .selectFrom('order_lines')
      .innerJoin('orders', 'orders.order_no', 'order_lines.order_no')
      .where('orders.status', 'in', ['draft', 'packing'])
      .where(address, 'is not', null)
      .select(address.as('url'))
      .distinct(),
  )
  const settled = store.prepare<{ since: string }>()((db, param) =>
    db
      .selectFrom('sku_photos')
      .select('url_hash')
      .where((row) =>
        row.or([row('sha256', 'is not', null), row('tried_at', '>=', param('since'))]),
      ),
  )
  const write = store.prepare<{
    urlHash: string
    sha256: string | null
    type: string | null
    problem: string | null
    at: string
  }>()((db, param) =>
    db.replaceInto('sku_photos').values({
      url_hash: param('urlHash'),
      sha256: param('sha256'),
      type: param('type'),
      problem: param('problem'),
      tried_at: param('at'),
    }),
  )
  const old = store.prepare<{ most: number }>()((db, param) =>
    db
      .selectFrom('sku_photos')
      .select(['id', 'sha256', 'type'])
      .orderBy('id', 'desc')
      .limit(1_000)
      .offset(param('most')),
  )
  const drop = store.prepare<{ id: number }>()((db, param) =>
    db.deleteFrom('sku_photos').where('id', '=', param('id')),
  )
  const named = store.prepare<{ sha256: string }>()((db, param) =>
    db.selectFrom('sku_photos').select('id').where('sha256', '=', param('sha256')).limit(1),
  )
  const keptOf = (row: { sha256: string | null; type: string | null }): KeptPhoto | null =>
    row.sha256 === null || row.type === null
      ? null
      : { sha256: row.sha256, type: row.type as ImageType }
  const isNamed = (sha256: string): boolean => named.get({ sha256 }) !== undefined

  return {
    find: (urlHash) => {
      const row = byHash.get({ urlHash })
      return row === undefined ? null : keptOf(row)
    },
    wanted: () => wanted.all({}).flatMap(({ url }) => url ?? []),
    settled: (since) => new Set(settled.all({ since }).map(({ url_hash }) => url_hash)),
    keep: (urlHash, { sha256, type }, at) => {
      write.run({ urlHash, sha256, type, problem: null, at })
    },
    missed: (urlHash, problem, at) => {
      write.run({ urlHash, sha256: null, type: null, problem, at })
    },
    prune: (most) => {
      const rows = old.all({ most })
      for (const { id } of rows) drop.run({ id })
      return rows.flatMap((row) => keptOf(row) ?? []).filter(({ sha256 }) => !isNamed(sha256))
    },
  }
}
