import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { wireOrder, wireSku } from '#tests/support/stocking-order.ts'
import type { GoodsKind } from './history.ts'

const goods = (sku: string, unit: string, box: string, units: number) =>
  wireSku(sku, {
    barcodes: [
      { value: unit, kind: 'ean', units: 1 },
      { value: box, kind: 'case', units },
    ],
  })
const mug = goods('MUG', '6925000000111', '16925000000118', 3)
const cup = goods('CUP', '6925000000128', '16925000000125', 2)
const pen = goods('PEN', '6925000000135', '16925000000132', 5)

/** Every unit must bear its FNSKU. */
const tag = wireSku('TAG', {
  barcodes: [
    { value: '6925000000142', kind: 'ean', units: 1 },
    { value: 'X00TAG0001', kind: 'fnsku', units: 1 },
  ],
  required_barcode: 'fnsku',
})

/** What a scan of these goods reads. */
export const barcodes: Readonly<Record<GoodsKind, string>> = {
  mug: '6925000000111',
  cup: '6925000000128',
  pen: '6925000000135',
  'mug-case': '16925000000118',
  'cup-case': '16925000000125',
  'bare-tag': '6925000000142',
  tag: 'X00TAG0001',
  stranger: '6925000000999',
}

/** Small enough that stations run into each other: each order lacks some of the goods, one has a packing list, one needs labels
 * and says what may go together. */
export const seedOrders: readonly [WireOrder, WireOrder] = [
  wireOrder('BH-1', {
    lines: [
      { line_no: 1, sku: 'MUG', plan_qty: 12 },
      { line_no: 2, sku: 'CUP', plan_qty: 7 },
    ],
    skus: [mug, cup],
    planned_boxes: [
      { box_no: 1, box_details: [{ sku: 'MUG', quantity: 1 }] },
      { box_no: 2, box_details: [{ sku: 'CUP', quantity: 2 }] },
      {
        box_no: 3,
        box_details: [
          { sku: 'MUG', quantity: 1 },
          { sku: 'CUP', quantity: 1 },
        ],
      },
    ],
  }),
  wireOrder('BH-2', {
    lines: [
      { line_no: 1, sku: 'CUP', plan_qty: 9 },
      { line_no: 2, sku: 'PEN', plan_qty: 4 },
      { line_no: 3, sku: 'TAG', plan_qty: 3 },
    ],
    skus: [cup, pen, tag],
    carton_rules: { max_units: 6, keep_apart: [['PEN', 'TAG']] },
  }),
]
