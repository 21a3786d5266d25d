import type { UnitCondition } from '#shared/domain/unit-label.ts'

/** Fixed words of the labels beside the box mark, Chinese and English. */
export const words = {
  pallet: '托盘标 PALLET',
  palletNo: '托盘号 PALLET NO.',
  side: '面 SIDE',
  warehouse: '目的仓 WAREHOUSE',
  orderNo: '备货单号 ORDER NO.',
  cartons: '箱数 CARTONS',
  cartonsUnit: '箱 CTNS',
  gross: '毛重 G.W.',
  shipTo: '收货仓 SHIP TO',
  station: '打包台 STATION',
  builtAt: '打托 BUILT',
  temporary: '临时 不可出货',
  temporaryEn: 'TEMPORARY · DO NOT SHIP',
  cartonNo: '箱号 CARTON NO.',
  units: '已装 PACKED',
  unitsUnit: '件 PCS',
  next: '下一步 NEXT',
  nextAfter: {
    aside: '接着装 · 扫码继续 SCAN TO GO ON',
    weighing: '待称重 · 上秤扫码 SCAN AT THE SCALE',
  },
  parkedAt: '挂箱 PARKED',
  operator: '操作员 OPERATOR',
  ruler: '打印测试 PRINT TEST',
  offset: '偏移 OFFSET',
  darkness: '浓度 DARKNESS',
  speed: '速度 SPEED',
  asPrinter: '—',
} as const

/** As marketplaces print it on a unit. */
export const conditionWords: Readonly<Record<UnitCondition, string>> = {
  new: '全新 New',
  refurbished: '翻新 Refurbished',
  used: '二手 Used',
}
