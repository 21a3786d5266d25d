import type { OrderNo } from '#shared/domain/order.ts'

/** An order that no test packs to its end. */
export const endlessOrder = 'SO-1' as OrderNo
/** The barcode of its first SKU. */
export const endlessGoods = '69SKU-A'
