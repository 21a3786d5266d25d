import { type Kysely, sql } from 'kysely'
import type { StationTables, Store } from '#electron/store/index.ts'

/** The newest first. */
const foundCartons = (db: Kysely<StationTables>) =>
  db
    .selectFrom('cartons')
    .leftJoin('parked_cartons', 'parked_cartons.code', 'cartons.code')
    .select([
      'cartons.code',
      'cartons.order_no',
      'cartons.carton_no',
      'cartons.state',
      'cartons.gross_g',
      'cartons.sealed_at',
      'parked_cartons.id as parked',
    ])
    .orderBy('cartons.first_scan', 'desc')
    .orderBy('cartons.code', 'desc')

const like = (column: 'cartons.code' | 'order_no' | 'sku', pattern: string) =>
  sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`

/** What the store is asked for when somebody looks for a code: a person's pace, so whole tables may be read. */
export const prepareSearch = (store: Store) => ({
  byCode: store.prepare<{ code: string }>()((db, param) =>
    foundCartons(db).where('cartons.code', '=', param('code')),
  ),
  plannedByCode: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('planned_marks')
      .select(['code', 'order_no', 'carton_no'])
      .where('code', '=', param('code')),
  ),
  codeLike: store.prepare<{ one: string; other: string; limit: number }>()((db, param) =>
    foundCartons(db)
      .where(({ or }) =>
        or([like('cartons.code', param('one')), like('cartons.code', param('other'))]),
      )
      .limit(param('limit')),
  ),
  byNumber: store.prepare<{ cartonNo: number; limit: number }>()((db, param) =>
    foundCartons(db).where('cartons.carton_no', '=', param('cartonNo')).limit(param('limit')),
  ),
  ofOrder: store.prepare<{ orderNo: string; cartonNo: number | null; limit: number }>()(
    (db, param) =>
      foundCartons(db)
        .where(sql<boolean>`cartons.order_no = ${param('orderNo')} collate nocase`)
        .where(
          sql<boolean>`(${param('cartonNo')} is null or cartons.carton_no = ${param('cartonNo')})`,
        )
        .limit(param('limit')),
  ),
  orders: store.prepare<{ text: string; part: string; limit: number }>()((db, param) =>
    db
      .selectFrom('orders')
      .select((column) => [
        'order_no',
        column
          .selectFrom('cartons')
          .whereRef('cartons.order_no', '=', 'orders.order_no')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('cartons'),
      ])
      .where(like('order_no', param('part')))
      .orderBy(sql`order_no = ${param('text')} collate nocase`, 'desc')
      .orderBy('order_no', 'desc')
      .limit(param('limit')),
  ),
  goodsByCode: store.prepare<{ value: string }>()((db, param) =>
    db.selectFrom('sku_barcodes').select('sku').where('value', '=', param('value')).orderBy('sku'),
  ),
  goodsLike: store.prepare<{ text: string; part: string; limit: number }>()((db, param) =>
    db
      .selectFrom('skus')
      .select('sku')
      .where(like('sku', param('part')))
      .orderBy(sql`sku = ${param('text')} collate nocase`, 'desc')
      .orderBy('sku')
      .limit(param('limit')),
  ),
  holding: store.prepare<{ sku: string; limit: number }>()((db, param) =>
    foundCartons(db)
      .innerJoin('carton_contents', 'carton_contents.code', 'cartons.code')
      .select('carton_contents.quantity')
      .where('carton_contents.sku', '=', param('sku'))
      .where('cartons.state', '!=', 'voided')
      .limit(param('limit')),
  ),
})

type Statements = ReturnType<typeof prepareSearch>
export type CartonRow = ReturnType<Statements['byCode']['all']>[number]
export type PlannedRow = ReturnType<Statements['plannedByCode']['all']>[number]
