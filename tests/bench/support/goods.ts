import { type OrderText, wireOrder, wireSku } from '#tests/support/wire-orders.ts'

export const benchOrderNo = 'BENCH-1'

/** Light enough that a carton takes as many as a round scans. */
const sku = (index: number) =>
  wireSku(`BENCH-${index}`, `692500000${String(index).padStart(4, '0')}`, { unit_weight_g: 20 })

export const benchGoods = Array.from({ length: 10 }, (_none, index) => sku(index + 1))

/** The code on the goods of the `turn`th scan: all goods of the order in turn. */
export const goodsCode = (turn: number): string =>
  benchGoods[turn % benchGoods.length]?.barcodes[0]?.value ?? ''

/** An order that no run packs to its end. */
export const benchOrder = (referenceNo = benchOrderNo): OrderText =>
  wireOrder(
    referenceNo,
    benchGoods.map((goods) => [goods, 100_000] as const),
  )
