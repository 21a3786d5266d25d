import type {
  BenchCarton,
  BenchLine,
  BenchSnapshot,
  BenchState,
  FeedbackView,
  LabelView,
  OrderSummary,
} from '#shared/contract/views.ts'

// Believable views of one bench, to be changed by each test where it matters.

export const boxTypeView = {
  id: 'C60-40-40',
  nameZh: '五层大箱',
  nameEn: 'Large box',
  size: { length: 600, width: 400, height: 400 },
  tare: 1_200,
}

export const benchLine = (change: Partial<BenchLine> = {}): BenchLine => ({
  lineNo: 1,
  sku: 'LX-SPK-BK',
  nameZh: '便携蓝牙音箱 黑色',
  nameEn: 'Portable Speaker, Black',
  barcode: '6925340310318',
  ordered: 12,
  cargoClass: 'battery',
  battery: { unCode: 'UN3481', packingInstruction: 'PI967', wattHours: 7.4 },
  imageUrl: null,
  ...change,
})

export const orderSummary = (change: Partial<OrderSummary> = {}): OrderSummary => ({
  orderNo: 'BH20261123-0047',
  status: 'packing',
  sellerZh: '深圳汇晟',
  sellerEn: 'Shenzhen Huisheng',
  warehouseCode: 'US-LAX-02',
  warehouseZh: '洛杉矶',
  warehouseEn: 'Los Angeles',
  country: 'US',
  transportMode: 'air',
  service: 'AIR-US',
  dutyTerms: 'DDP',
  cargoClasses: ['battery'],
  dueAt: '2026-11-23T17:30:00+08:00',
  lines: 2,
  ordered: 252,
  packed: 31,
  cartons: 0,
  declarationRefused: false,
  refused: null,
  ...change,
})

export const benchCarton = (change: Partial<BenchCarton> = {}): BenchCarton => ({
  code: 'LS0003041187N',
  cartonNo: 7,
  revision: 1,
  state: 'open',
  boxType: boxTypeView,
  units: 31,
  contents: [
    { sku: 'LX-SPK-BK', quantity: 7 },
    { sku: 'LX-CBL-C2', quantity: 24 },
  ],
  expected: 21_400,
  tolerance: 200,
  maxGross: 30_000,
  volumetric: 16_000,
  chargeable: 21_400,
  measured: null,
  suggestedBox: null,
  filled: 20,
  gross: null,
  plan: null,
  markRevision: change.revision ?? 1,
  weightSource: null,
  labels: [],
  rolls: [],
  unCodesWithoutRoll: [],
  ...change,
})

export const feedback = (change: Partial<FeedbackView> = {}): FeedbackView => ({
  seq: 40,
  outcome: 'accepted',
  units: 1,
  sku: 'LX-SPK-BK',
  nameZh: '便携蓝牙音箱 黑色',
  nameEn: 'Portable Speaker, Black',
  text: '6925340310318',
  facts: {},
  ...change,
})

export const labelView = (change: Partial<LabelView> = {}): LabelView => ({
  jobId: 1,
  side: 1,
  page: 1,
  copy: 0,
  revision: 1,
  state: 'sent',
  problem: null,
  ...change,
})

export const benchState = (change: Partial<BenchState> = {}): BenchState => ({
  rev: 10,
  orderNo: 'BH20261123-0047',
  status: 'packing',
  step: 'packing',
  mode: 'scan',
  carton: benchCarton(),
  lastVerified: null,
  nextBoxType: boxTypeView.id,
  lines: [
    { sku: 'LX-SPK-BK', packed: 7, inCarton: 7, short: 0, onPallet: 0 },
    { sku: 'LX-CBL-C2', packed: 24, inCarton: 24, short: 0, onPallet: 0 },
  ],
  packed: 31,
  ordered: 252,
  parked: 0,
  pallet: null,
  planned: null,
  short: 0,
  feedback: null,
  locked: false,
  times: 1,
  weighProblem: null,
  recent: [],
  ...change,
})

export const benchSnapshot = (change: Partial<BenchState> = {}): BenchSnapshot => ({
  order: {
    summary: orderSummary(),
    cartonRules: { maxSkus: null, maxUnits: 40, maxGross: null, isApart: false },
    lines: [
      benchLine(),
      benchLine({
        lineNo: 2,
        sku: 'LX-CBL-C2',
        nameZh: 'Type-C 充电线 2m',
        nameEn: 'Type-C Cable 2 m',
        ordered: 240,
        cargoClass: 'general',
        battery: null,
      }),
    ],
    plannedCartons: 18,
  },
  state: benchState(change),
})
