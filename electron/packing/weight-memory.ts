import { learnWeights, type WeighedCarton } from '#shared/domain/learn-weights.ts'
import type { BoxType } from '#shared/domain/carton.ts'
import type { Sku } from '#shared/domain/order.ts'
import { type Grams, grams } from '#shared/domain/units.ts'
import type { WeightModel } from '#shared/domain/weight-model.ts'
import type { Store } from '#electron/store/index.ts'
import type { BookedOrder } from './order-book.ts'

/** What the verified cartons of a seller teach of weights. Writes run in the caller's transaction. */
export interface WeightMemory {
  /** Of the goods of this order. Reads a bounded number of cartons, so it is for whole orders and cartons, not for scans. */
  recall(order: BookedOrder): WeightModel
  /** A carton was verified. */
  keep(order: BookedOrder, code: string, skus: readonly Sku[]): void
}

/** The newest cartons of each SKU that are read, … */
const cartonsOfSku = 30
/** … of all SKUs together, … */
const cartonsInAll = 80
/** … with at most so many SKUs: more of them teach little of each. */
const skusInCarton = 12
/** Unknown weights in one model: its work grows with their square. */
const skusInAll = 80

/** @param division smallest step of the scale, in grams */
export const createWeightMemory = (store: Store, division: Grams): WeightMemory => {
  const newest = store.prepare<{ seller: string; sku: string }>()((db, param) =>
    db
      .selectFrom('sku_cartons')
      .select('code')
      .where('seller', '=', param('seller'))
      .where('sku', '=', param('sku'))
      .orderBy('nth', 'desc')
      .limit(cartonsOfSku),
  )
  const weighed = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('cartons')
      .select(['order_no', 'box_type', 'gross_g', 'weight_reason'])
      .where('code', '=', param('code'))
      .where('state', '=', 'verified')
      // What was typed may be read off wrongly, or guessed.
      .where('weight_source', '=', 'scale'),
  )
  const goodsOf = store.prepare<{ code: string; orderNo: string }>()((db, param) =>
    db
      .selectFrom('carton_contents')
      .innerJoin('order_lines', 'order_lines.sku', 'carton_contents.sku')
      .select(['carton_contents.sku', 'quantity', 'info'])
      .where('code', '=', param('code'))
      .where('order_no', '=', param('orderNo'))
      .orderBy('position'),
  )
  const insert = store.prepare<{ seller: string; sku: string; code: string }>()((db, param) =>
    db.insertInto('sku_cartons').values((row) => ({
      seller: param('seller'),
      sku: param('sku'),
      code: param('code'),
      nth: row
        .selectFrom('sku_cartons')
        .where('seller', '=', param('seller'))
        .where('sku', '=', param('sku'))
        .select(({ eb, fn, val }) => eb(fn.coalesce(fn.max('nth'), val(0)), '+', 1).as('next')),
    })),
  )

  /** null where it teaches nothing: it was reopened, or not weighed on a scale. */
  const read = (code: string): WeighedCarton | null => {
    const row = weighed.get({ code })
    if (row === undefined || row.gross_g === null) return null
    const items = goodsOf.all({ code, orderNo: row.order_no }).map(({ sku, quantity, info }) => ({
      sku: sku as Sku,
      quantity,
      unitWeight: grams((JSON.parse(info) as { readonly unitWeight: number }).unitWeight),
    }))
    return {
      box: JSON.parse(row.box_type) as BoxType,
      items,
      gross: row.gross_g,
      wasAccepted: row.weight_reason !== null,
    }
  }

  // Of one order at a time: it may have thousands of lines, and a carton that is verified teaches of a few of them.
  let orderNo: string | null = null
  const newestOf = new Map<Sku, readonly string[]>()
  const codesOf = (seller: string, sku: Sku): readonly string[] => {
    const known = newestOf.get(sku)
    if (known !== undefined) return known
    const codes = newest.all({ seller, sku }).map(({ code }) => code)
    newestOf.set(sku, codes)
    return codes
  }

  return {
    recall: ({ header, lines }) => {
      const seller = header.seller.code
      if (orderNo !== header.orderNo) newestOf.clear()
      orderNo = header.orderNo
      const stated = new Map(lines.map(({ sku }) => [sku.sku, sku.unitWeight]))
      // Newest first, by how many cartons of any of its SKUs came after it: no clock has to be right.
      const ages = new Map<string, number>()
      for (const { sku } of lines) {
        for (const [age, code] of codesOf(seller, sku.sku).entries()) {
          ages.set(code, Math.min(age, ages.get(code) ?? age))
        }
      }
      const codes = [...ages].toSorted(([a, one], [b, other]) => one - other || (a < b ? 1 : -1))
      const known = new Set<Sku>()
      const cartons: WeighedCarton[] = []
      for (const [code] of codes.slice(0, 2 * cartonsInAll)) {
        const carton = read(code)
        if (carton === null) continue
        const { items } = carton
        // A seller who states another weight now sells other goods under the old name.
        const isOther = items.some(
          ({ sku, unitWeight }) => (stated.get(sku) ?? unitWeight) !== unitWeight,
        )
        const isRoom = items.every(({ sku }) => known.has(sku) || known.size < skusInAll)
        if (isOther || !isRoom || items.length > skusInCarton) continue
        for (const { sku } of items) known.add(sku)
        cartons.push(carton)
        if (cartons.length === cartonsInAll) break
      }
      return learnWeights(cartons, division)
    },
    keep: ({ header }, code, skus) => {
      for (const sku of skus) {
        insert.run({ seller: header.seller.code, sku, code })
        newestOf.delete(sku)
      }
    },
  }
}
