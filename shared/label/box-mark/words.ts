import type { HandlingMark } from '#shared/domain/box-mark.ts'
import type { DutyTerms, TransportMode } from '#shared/domain/order.ts'

/** Fixed words of the box mark, Chinese and English. */
export const words = {
  title: '备货箱唛 BOX MARK',
  shortTitle: '箱唛',
  side: '面 SIDE',
  sideZh: '面',
  page: '页 PAGE',
  pageZh: '页',
  copy: '副本',
  copyEn: 'COPY',
  warehouse: '目的仓 WAREHOUSE',
  cartonNo: '箱号 CARTON NO.',
  shipTo: '收货 SHIP TO',
  orderNo: '备货单号 ORDER NO.',
  seller: '卖家 SELLER',
  sellerZh: '卖家',
  fba: 'FBA 货件 SHIPMENT ID',
  gross: '毛重 G.W.',
  size: '外箱尺寸 SIZE',
  quantity: '数量 QTY',
  quantityZh: '数量',
  origin: '原产地 ORIGIN',
  units: '件 PCS',
  sku: 'SKU / FNSKU',
  name: '品名 DESCRIPTION',
  amount: '数量 QTY',
  nameOmitted: '名称略 NAME OMITTED',
  station: '打包台 STATION',
  operator: '操作员 OPERATOR',
  sealedAt: '封箱 SEALED',
  planned: '预打 PLANNED',
} as const

export const modeWords: Readonly<Record<TransportMode, string>> = {
  air: '空运 AIR',
  'sea-lcl': '海运拼箱 SEA LCL',
  'sea-fcl': '海运整柜 SEA FCL',
  express: '快递专线 EXPRESS',
  rail: '铁路 RAIL',
}

export const dutyWords: Readonly<Record<DutyTerms, string>> = {
  DDP: 'DDP 包税',
  DDU: 'DDU 不包税',
}

export const handlingWords: Readonly<
  Record<HandlingMark, { readonly zh: string; readonly en: string }>
> = {
  fragile: { zh: '易碎', en: 'FRAGILE' },
  'this-side-up': { zh: '向上', en: 'THIS SIDE UP' },
  'keep-dry': { zh: '防潮', en: 'KEEP DRY' },
  heavy: { zh: '重货', en: 'HEAVY' },
}
