import type { ScannedGoods } from '#shared/domain/scan-code.ts'
import type { Sku, SkuBarcode, SkuInfo } from '#shared/domain/order.ts'
import type { GoodsMatch } from '#shared/domain/pack-session.ts'

/** The goods of one order as that order describes them: two sellers may give one SKU or one code to different goods. */
export interface GoodsIndex {
  match(goods: ScannedGoods): Extract<GoodsMatch, { kind: 'line' }> | null
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
  const find = (candidates: readonly string[]) => {
    const known = candidates.find((candidate) => codes.has(candidate))
    return known === undefined ? undefined : codes.get(known)
  }
  return {
    match: ({ candidates, content }) => {
      const own = find(candidates)
      if (own !== undefined) return { kind: 'line', ...own }
      const inside = content === undefined ? undefined : find(content.candidates)
      if (content === undefined || inside === undefined) return null
      const { sku, barcode } = inside
      return { kind: 'line', sku, barcode: { ...barcode, units: barcode.units * content.count } }
    },
    info: (sku) => infos.get(sku) ?? null,
  }
}
