import type { Sku, SkuBarcode, SkuInfo } from '#shared/domain/order.ts'
import type { GoodsMatch } from '#shared/domain/pack-session.ts'

/** The goods of one order as that order describes them: two sellers may give one SKU or one code to different goods. */
export interface GoodsIndex {
  match(candidates: readonly string[]): Extract<GoodsMatch, { kind: 'line' }> | null
  info(sku: Sku): SkuInfo | null
}

export const createGoodsIndex = (skus: readonly SkuInfo[]): GoodsIndex => {
  const infos = new Map(skus.map((info) => [info.sku, info]))
  const codes = new Map<string, { readonly sku: Sku; readonly barcode: SkuBarcode }>()
  for (const { sku, barcodes } of skus) {
    for (const barcode of barcodes) {
      // One code under two kinds: the first one named is the one that counts.
      if (!codes.has(barcode.value)) codes.set(barcode.value, { sku, barcode })
    }
  }
  return {
    match: (candidates) => {
      for (const candidate of candidates) {
        const found = codes.get(candidate)
        if (found !== undefined) return { kind: 'line', ...found }
      }
      return null
    },
    info: (sku) => infos.get(sku) ?? null,
  }
}
