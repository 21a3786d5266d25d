import type { FoundCarton, FoundView } from '#shared/contract/lookup-views.ts'
import type { CartonState } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Sku } from '#shared/domain/order.ts'
import { displayText, type ReadScan } from '#shared/domain/scan-code.ts'
import { containing, parseSearch, type SearchText } from '#shared/domain/search-text.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { type CartonRow, type PlannedRow, prepareSearch } from './carton-search-statements.ts'
import type { Catalogue } from './catalogue.ts'

interface SearchParts {
  readonly store: Store
  readonly catalogue: Pick<Catalogue, 'sku'>
  readonly readScan: ReadScan
}

/** So many are told of each kind, the newest first. */
const mostFound = { cartons: 20, orders: 10, goods: 5, cartonsOfGoods: 8 } as const

const foundCarton = (row: CartonRow): FoundCarton => ({
  code: row.code,
  orderNo: row.order_no,
  cartonNo: row.carton_no,
  state: row.parked === null ? (row.state as CartonState) : 'parked',
  gross: row.gross_g,
  sealedAt: row.sealed_at,
})

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
export const createCartonSearch = ({ store, catalogue, readScan }: SearchParts) => {
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
    const wanted = parseSearch(text, readScan)
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
