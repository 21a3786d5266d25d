import type { OrderNo, SkuInfo } from '#shared/domain/order.ts'
import type { UnitLabel } from '#shared/domain/unit-label.ts'
import type { Store } from '#electron/store/index.ts'
import { requiredCode } from './order-book.ts'

/** The label that every unit of these goods must bear; null where they need none, or its code is not known. */
export const unitLabelOf = (info: SkuInfo): UnitLabel | null => {
  const code = requiredCode(info)
  const { sku, nameEn } = info
  return code === undefined
    ? null
    : { kind: 'unit', fnsku: code, sku, name: nameEn.slice(0, 200), condition: 'new' }
}

export interface Relabelling {
  readonly orderNo: OrderNo
  readonly sku: string
  /** What the labels say. */
  readonly code: string
  /** How many came out. */
  readonly labels: number
  readonly operator: string | null
  readonly at: string
}

/** 换标: which goods got labels at this bench, for what they cost and for whoever asks later. */
export const createRelabellings = (store: Store): { add(relabelling: Relabelling): void } => {
  const insert = store.prepare<{
    orderNo: string
    sku: string
    code: string
    labels: number
    operator: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('relabellings').values({
      order_no: param('orderNo'),
      sku: param('sku'),
      code: param('code'),
      labels: param('labels'),
      operator: param('operator'),
      at: param('at'),
    }),
  )
  return {
    add: (relabelling) => {
      insert.run({ ...relabelling })
    },
  }
}
