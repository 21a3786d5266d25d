import { type Kysely, sql } from 'kysely'
import type { FoundCarton, FoundView } from '#shared/contract/carton-page-views.ts'
import type { CartonState } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Sku } from '#shared/domain/order.ts'
import { displayText, type MarkRead } from '#shared/domain/scan-code.ts'
import { containing, parseSearch, type SearchText } from '#shared/domain/search-text.ts'
import { AppError } from '#shared/errors.ts'
import type { StationTables, Store } from '#electron/store/index.ts'
import type { Catalogue } from './catalogue.ts'

interface SearchParts {
  readonly store: Store
  readonly catalogue: Pick<Catalogue, 'sku'>
  /** Reads and proves the QR text of a box mark. */
  readonly readMark: (text: string) => MarkRead | null
}

/** So many are told of each kind, the newest first. */
export const mostFound = { cartons: 20, orders: 10, goods: 5, cartonsOfGoods: 8 } as const

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

const prepareSearch = (store: Store) => ({
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

type CartonRow = ReturnType<ReturnType<typeof prepareSearch>['byCode']['all']>[number]

const foundCarton = (row: CartonRow): FoundCarton => ({
  code: row.code,
  orderNo: row.order_no,
  cartonNo: row.carton_no,
  state: row.parked === null ? (row.state as CartonState) : 'parked',
  gross: row.gross_g,
  sealedAt: row.sealed_at,
})

type PlannedRow = ReturnType<ReturnType<typeof prepareSearch>['plannedByCode']['all']>[number]

/** Its mark was printed ahead; nothing is in it yet. */
const plannedCarton = ({ code, order_no, carton_no }: PlannedRow): FoundCarton => ({
  code,
  orderNo: order_no,
  cartonNo: carton_no,
  state: 'planned',
  gross: null,
  sealedAt: null,
})

/** At most so many, and whether there are others. */
const cut = <Row>(rows: readonly Row[], most: number) => ({
  rows: rows.slice(0, most),
  more: rows.length > most,
})

/** Search by any code: cartons, orders, and goods with the cartons that hold them. */
export const createCartonSearch = ({ store, catalogue, readMark }: SearchParts) => {
  const statements = prepareSearch(store)

  const none = (text: string): FoundView => ({
    text,
    exact: null,
    cartons: { rows: [], more: false },
    orders: { rows: [], more: false },
    goods: { rows: [], more: false },
  })

  const ofCode = (code: CartonCode): FoundView => {
    const packed = statements.byCode.all({ code }).map(foundCarton)
    const planned = statements.plannedByCode.all({ code }).map(plannedCarton)
    const rows = packed.length > 0 ? packed : planned
    return { ...none(code), exact: rows[0]?.code ?? null, cartons: { rows, more: false } }
  }

  type Words = Extract<SearchText, { kind: 'text' }>
  const cartonsOf = ({ text, part, cartonNo, numbered }: Words): readonly CartonRow[] => {
    const limit = mostFound.cartons + 1
    const found = [
      ...(numbered === null ? [] : statements.ofOrder.all({ ...numbered, limit })),
      ...(cartonNo === null ? [] : statements.byNumber.all({ cartonNo, limit })),
      ...statements.ofOrder.all({ orderNo: text, cartonNo: null, limit }),
    ]
    if (part !== null) {
      // An end stands before the check character, or holds it.
      const { of, text: known } = part
      const patterns =
        of === 'start'
          ? { one: `${known}%`, other: `${known}%` }
          : { one: `%${known}`, other: `%${known}_` }
      found.push(...statements.codeLike.all({ ...patterns, limit }))
    }
    return [...new Map(found.map((row) => [row.code, row])).values()]
  }

  const goodsOf = ({ text, candidates }: Words) => {
    const limit = mostFound.goods + 1
    const skus = new Set([
      ...candidates.flatMap((value) => statements.goodsByCode.all({ value })).map(({ sku }) => sku),
      ...statements.goodsLike.all({ text, part: containing(text), limit }).map(({ sku }) => sku),
    ])
    const { rows, more } = cut([...skus], mostFound.goods)
    const holding = (sku: string) => {
      const found = statements.holding.all({ sku, limit: mostFound.cartonsOfGoods + 1 })
      const cartons = cut(found, mostFound.cartonsOfGoods)
      const info = catalogue.sku(sku as Sku)
      return {
        sku,
        nameZh: info?.nameZh ?? sku,
        nameEn: info?.nameEn ?? sku,
        cartons: cartons.rows.map((row) => ({ ...foundCarton(row), quantity: row.quantity })),
        more: cartons.more,
      }
    }
    return { rows: rows.map(holding), more }
  }

  const ofWords = (words: Words): FoundView => {
    const cartons = cut(cartonsOf(words), mostFound.cartons)
    const { text, numbered } = words
    const orders = cut(
      statements.orders.all({ text, part: containing(text), limit: mostFound.orders + 1 }),
      mostFound.orders,
    )
    const [only, ...others] = cartons.rows
    const isNamed = numbered !== null && only !== undefined && others.length === 0
    return {
      text: displayText(text),
      exact: isNamed ? only.code : null,
      cartons: { rows: cartons.rows.map(foundCarton), more: cartons.more },
      orders: {
        rows: orders.rows.map((row) => ({ orderNo: row.order_no, cartons: row.cartons ?? 0 })),
        more: orders.more,
      },
      goods: goodsOf(words),
    }
  }

  /** @throws AppError search-too-short, search-unreadable */
  return (text: string): FoundView => {
    const wanted = parseSearch(text, readMark)
    switch (wanted.kind) {
      case 'carton':
        return ofCode(wanted.code)
      case 'text':
        return ofWords(wanted)
      case 'unusable':
        throw new AppError(wanted.why, 'this cannot be looked for')
    }
  }
}

export type CartonSearch = ReturnType<typeof createCartonSearch>
