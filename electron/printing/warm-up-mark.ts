import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'

/** A mark that is rendered and thrown away. */
export const warmUpMark: BoxMarkInput = {
  orderNo: 'WARM-UP' as OrderNo,
  cartonCode: cartonCode(0),
  cartonNo: 1,
  revision: 1,
  warehouse: {
    code: 'WARM',
    nameZh: '预热',
    nameEn: 'Warm-up',
    country: 'CN',
    addressLines: ['无'],
    postcode: '0',
  },
  sellerName: '无',
  transportMode: 'air',
  service: '无',
  dutyTerms: 'DDP',
  items: [{ sku: 'WARM-UP' as Sku, nameZh: '预热', nameEn: 'Warm-up', quantity: 1 }],
  dangerousGoods: [{ unCode: 'UN0000', packingInstruction: 'PI000' }],
  handling: ['fragile', 'this-side-up', 'keep-dry', 'heavy'],
  origins: ['CN'],
  station: '无',
  sealedAt: '2000-01-01T00:00:00Z',
}
