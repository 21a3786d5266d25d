import {
  type Change,
  changeSchema,
  type ChangesPage,
  type SkusPage,
  skuSchema,
  stockingOrderSchema,
} from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import type { Database } from './database.ts'
import { readConsistently } from './transact.ts'

interface FeedQuery {
  readonly cursor?: string
  readonly limit: number
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly cursor: string
  readonly more: boolean
}

const start = async (db: Database, cursor: string | undefined) => {
  const { feed_id, next_position } = await db
    .selectFrom('server')
    .select(['feed_id', 'next_position'])
    .executeTakeFirstOrThrow()
  if (cursor === undefined) return { feedId: feed_id, after: 0 }
  const [, feedId, position] = /^([0-9a-f]{12})-(\d{1,15})$/.exec(cursor) ?? []
  if (feedId === undefined) throw new ApiFailure('cursor-invalid', 'this is no cursor of this API')
  const after = Number(position)
  if (feedId !== feed_id || after >= next_position) {
    throw new ApiFailure('cursor-gone', 'this cursor is of another feed: start from the beginning')
  }
  return { feedId, after }
}

/** A page of what lies after the cursor. One row more than asked is read, to know whether there is more. */
const page = async <Row extends { readonly position: number }>(
  db: Database,
  { cursor, limit }: FeedQuery,
  read: (after: number, most: number) => Promise<readonly Row[]>,
): Promise<Page<Row>> => {
  const { feedId, after } = await start(db, cursor)
  const found = await read(after, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)?.position ?? after
  return { rows, cursor: `${feedId}-${last}`, more: found.length > limit }
}

interface ChangeRow {
  readonly position: number
  readonly read: () => Change
}

const orderRows = async (db: Database, after: number, most: number): Promise<ChangeRow[]> => {
  const rows = await db
    .selectFrom('orders')
    .select(['position', 'body'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map(({ position, body }) => ({
    position,
    read: () => ({ kind: 'order', order: stockingOrderSchema.parse(JSON.parse(body)) }),
  }))
}

const newsRows = async (db: Database, after: number, most: number): Promise<ChangeRow[]> => {
  const rows = await db
    .selectFrom('changes')
    .select(['position', 'body'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map(({ position, body }) => ({
    position,
    read: () => changeSchema.parse(JSON.parse(body)),
  }))
}

/** @throws ApiFailure cursor-invalid, cursor-gone */
export const changesPage = (db: Database, query: FeedQuery): Promise<ChangesPage> =>
  readConsistently(db, async (tx) => {
    const { rows, cursor, more } = await page(tx, query, async (after, most) => {
      const orders = await orderRows(tx, after, most)
      const news = await newsRows(tx, after, most)
      return [...orders, ...news].toSorted((a, b) => a.position - b.position).slice(0, most)
    })
    return { changes: rows.map(({ read }) => read()), cursor, more }
  })

/** @throws ApiFailure cursor-invalid, cursor-gone */
export const skusPage = async (db: Database, query: FeedQuery): Promise<SkusPage> => {
  const { rows, cursor, more } = await page(db, query, (after, most) =>
    db
      .selectFrom('skus')
      .select(['position', 'body'])
      .where('position', '>', after)
      .orderBy('position')
      .limit(most)
      .execute(),
  )
  return { skus: rows.map(({ body }) => skuSchema.parse(JSON.parse(body))), cursor, more }
}
