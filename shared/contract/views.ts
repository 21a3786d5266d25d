import { packModes } from '#shared/domain/pack-session.ts'
import { z } from 'zod'
import { errorCodes } from '#shared/errors.ts'
import { cartonStates, weightSources } from '#shared/domain/carton.ts'
import { boxReasons } from '#shared/domain/suggest-box.ts'
import { cargoClasses, dutyTerms, orderStatuses, transportModes } from '#shared/domain/order.ts'
import { printStates } from '#shared/domain/print-journal.ts'
import { scaleStates } from '#shared/domain/scale-state.ts'
import { markVerdicts, scanNotices, scanVerdicts } from '#shared/domain/scan-verdict.ts'

// What the renderer may see. Values and codes only: every sentence is made in the renderer, in the packer's language.

const count = z.int().nonnegative()
const grams = z.int()
const millimetres = z.int().nonnegative()

export const languageSchema = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof languageSchema>

export const errorShapeSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  retryable: z.boolean(),
})

export const sizeSchema = z.object({ length: millimetres, width: millimetres, height: millimetres })

export const boxTypeSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  size: sizeSchema,
  tare: grams,
})
export type BoxTypeView = z.infer<typeof boxTypeSchema>

/** A scanner that types like a keyboard. */
export const wedgeSchema = z.object({
  id: z.string(),
  /** Empty where it sends none. */
  prefix: z.string(),
  /** The key that ends its scans; either when null. */
  suffix: z.enum(['Enter', 'Tab']).nullable(),
  /** Longest pause within one scan in ms, where it is not the usual one. */
  gapMs: z.int().positive().nullable(),
})
export type WedgeView = z.infer<typeof wedgeSchema>

export const appStateSchema = z.object({
  language: languageSchema,
  mode: z.enum(['training', 'live']),
  station: z.string(),
  version: z.string(),
  boxTypes: z.array(boxTypeSchema),
  wedges: z.array(wedgeSchema),
  /** Something is wrong that the packer must know of at all times (invalid settings, store trouble). */
  problem: errorShapeSchema.nullable(),
})
export type AppState = z.infer<typeof appStateSchema>

export const orderSummarySchema = z.object({
  orderNo: z.string(),
  status: z.enum(orderStatuses),
  sellerZh: z.string(),
  sellerEn: z.string(),
  warehouseCode: z.string(),
  warehouseZh: z.string(),
  warehouseEn: z.string(),
  country: z.string(),
  transportMode: z.enum(transportModes),
  service: z.string(),
  dutyTerms: z.enum(dutyTerms),
  cargoClasses: z.array(z.enum(cargoClasses)),
  /** ISO 8601 with offset: pickup or cut-off. */
  dueAt: z.string().nullable(),
  lines: count,
  ordered: count,
  packed: count,
  /** Sealed or further, not voided. */
  cartons: count,
  /** The server refused this station's declaration: it has to be made again. */
  declarationRefused: z.boolean(),
  /** Why the order cannot be packed here, else null. */
  refused: errorShapeSchema.nullable(),
})
export type OrderSummary = z.infer<typeof orderSummarySchema>

/** What never changes while the order is open. */
export const benchLineSchema = z.object({
  lineNo: z.int(),
  sku: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** The code a packer looks for on the unit. */
  barcode: z.string(),
  /** A factory case of this SKU: its code and the units it stands for. */
  caseBarcode: z.object({ value: z.string(), units: z.int().positive() }).exactOptional(),
  ordered: count,
  cargoClass: z.enum(cargoClasses),
  battery: z
    .object({ unCode: z.string(), packingInstruction: z.string(), wattHours: z.number() })
    .nullable(),
  /** At the page's own origin; it may not be there yet. */
  imageUrl: z.string().nullable(),
})
export type BenchLine = z.infer<typeof benchLineSchema>

export const lineProgressSchema = z.object({
  sku: z.string(),
  packed: count,
  inCarton: count,
  /** Units that nobody finds here, as far as they are not packed. */
  short: count,
  /** Cartons with it on the order's current pallet. */
  onPallet: count,
})
export type LineProgress = z.infer<typeof lineProgressSchema>

export const scanOutcomeSchema = z.enum([...scanVerdicts, ...markVerdicts, ...scanNotices])

/** The answer to the last scan or act; a new `seq` means a new answer (sound, flash). */
export const feedbackSchema = z.object({
  seq: count,
  outcome: scanOutcomeSchema,
  /** Units taken (+n) or, for a refusal, units that were offered. */
  units: count,
  sku: z.string().nullable(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** What was scanned, cleaned and cut for display. */
  text: z.string(),
  /** Facts for the sentence: `remaining`, `maxGrams`, `expectedGrams`, `required`, `conflict`, `cartonCode`, `cartonNo`, `revision`, `label`, `labels` … */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FeedbackView = z.infer<typeof feedbackSchema>

export const labelViewSchema = z.object({
  jobId: z.int(),
  side: z.union([z.literal(1), z.literal(2)]),
  page: z.int().positive(),
  copy: count,
  /** 0 = printed ahead. */
  revision: z.int().nonnegative(),
  state: z.enum(printStates),
  /** Why it is failed or uncertain. */
  problem: errorShapeSchema.nullable(),
})
export type LabelView = z.infer<typeof labelViewSchema>

const goodsSchema = z.object({ sku: z.string(), nameZh: z.string(), nameEn: z.string() })
const likely = {
  /** 0 to 1: only what nothing else explains as well is named at all. */
  confidence: z.number(),
  evidence: z.object({
    /** That taught the unit's weight; 0: it is as the seller states. */
    cartons: count,
    unitWeight: grams,
    /** What this mistake changes of the gross weight. */
    shift: grams,
  }),
}

/** The likeliest reason of a weight that deviates. */
export const weightExplanationSchema = z.discriminatedUnion('kind', [
  /** `delta` units too many (> 0) or too few. */
  z.object({ kind: z.literal('units'), ...goodsSchema.shape, delta: z.int(), ...likely }),
  /** One of `instead` lies where one of these was scanned. */
  z.object({ kind: z.literal('swap'), ...goodsSchema.shape, instead: goodsSchema, ...likely }),
  /** The carton is one of another box type. */
  z.object({ kind: z.literal('box'), boxType: z.string(), confidence: z.number() }),
  z.object({ kind: z.literal('empty') }),
  /** A unit of these is lighter than what cartons differ by anyway. */
  z.object({ kind: z.literal('hidden'), goods: z.array(goodsSchema) }),
  /** Several mistakes explain it, or none; these are to be counted first. */
  z.object({ kind: z.literal('unclear'), goods: z.array(goodsSchema) }),
])
export type WeightExplanation = z.infer<typeof weightExplanationSchema>

export const weighProblemSchema = z.discriminatedUnion('kind', [
  /** Heavier than the destination takes; `remove` says what to take out. */
  z.object({
    kind: z.literal('over-limit'),
    gross: grams,
    max: grams,
    remove: z.array(
      z.object({ sku: z.string(), nameZh: z.string(), nameEn: z.string(), units: count }),
    ),
  }),
  /** Too far from the expected weight: recount, or go on with a reason. */
  z.object({
    kind: z.literal('deviates'),
    gross: grams,
    expected: grams,
    tolerance: grams,
    explanation: weightExplanationSchema.nullable(),
  }),
  /** The platform has not changed since the last carton was sealed. */
  z.object({ kind: z.literal('same-as-last'), gross: grams }),
])
export type WeighProblem = z.infer<typeof weighProblemSchema>

export const benchCartonSchema = z.object({
  code: z.string(),
  cartonNo: z.int(),
  revision: z.int(),
  state: z.enum(cartonStates),
  boxType: boxTypeSchema,
  /** Its outside where it is not the box type's. */
  measured: sizeSchema.nullable(),
  units: count,
  contents: z.array(z.object({ sku: z.string(), quantity: count })),
  expected: grams,
  tolerance: grams,
  maxGross: grams,
  volumetric: grams,
  /** The larger of the expected (or measured) gross weight and the volumetric weight. */
  chargeable: grams,
  /** The box to take, where it is known what goes in or nothing more does; null where no box type surely holds it. */
  suggestedBox: z.object({ id: z.string(), chargeable: grams, why: z.enum(boxReasons) }).nullable(),
  /** How much of the box the goods in it take while it is open, in per cent of its inside. */
  filled: count,
  gross: grams.nullable(),
  /** What the seller wants in it; null where nobody planned it. */
  plan: z.array(z.object({ sku: z.string(), quantity: count })).nullable(),
  /** That its labels bear. */
  markRevision: count,
  weightSource: z.enum(weightSources).nullable(),
  labels: z.array(labelViewSchema),
  /** Rolls of pre-printed marks that the sealed carton needs a mark of. */
  rolls: z.array(z.object({ name: z.string(), isConfirmed: z.boolean() })),
  /** UN numbers in it that no roll of this station stands for: nobody checks their mark. */
  unCodesWithoutRoll: z.array(z.string()),
})
export type BenchCarton = z.infer<typeof benchCartonSchema>

const boxObstacleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-large'), actual: millimetres, max: millimetres }),
  z.object({ kind: z.literal('too-long'), longest: millimetres }),
  z.object({ kind: z.literal('too-heavy'), gross: grams, max: grams }),
  z.object({ kind: z.literal('too-full'), share: count }),
])

/** How each box type would do for what the packing list wants or what is in the carton. */
export const boxChoicesSchema = z.object({
  of: z.enum(['plan', 'contents', 'nothing']),
  choices: z.array(
    z.object({ id: z.string(), chargeable: grams, obstacle: boxObstacleSchema.nullable() }),
  ),
})
export type BoxChoicesView = z.infer<typeof boxChoicesSchema>

export const benchSteps = ['packing', 'weighing', 'marking', 'scan-back'] as const

/** What changes with every scan. `lines` holds only lines that changed since `rev - 1`, or all in a snapshot. */
export const benchStateSchema = z.object({
  rev: count,
  orderNo: z.string().nullable(),
  /** Where the order in hand stands; null without one. */
  status: z.enum(orderStatuses).nullable(),
  step: z.enum(benchSteps),
  mode: z.enum(packModes),
  carton: benchCartonSchema.nullable(),
  /** The carton that was completed last, shown until the next one begins. */
  lastVerified: z.object({ code: z.string(), cartonNo: z.int() }).nullable(),
  nextBoxType: z.string(),
  lines: z.array(lineProgressSchema),
  packed: count,
  ordered: count,
  /** Cartons of the order that are off the bench before they have their marks. */
  parked: count,
  /** Units that nobody finds here, of all lines. */
  short: count,
  /** Cartons that the seller planned and how many were not opened yet; null without a plan. */
  planned: z.object({ total: count, left: count }).nullable(),
  /** That verified cartons go on, with the goods in hand; null before the first. */
  pallet: z
    .object({
      no: z.int().positive(),
      /** Its SSCC. */
      label: z.string().nullable(),
      cartons: count,
      /** Of the carton in hand, else of the one that was put on it last; null where that is not one. */
      sku: z.string().nullable(),
    })
    .nullable(),
  feedback: feedbackSchema.nullable(),
  /** Scanning is locked until the packer acknowledges. */
  locked: z.boolean(),
  /** Factor for the next scan of goods. */
  times: z.int().positive(),
  weighProblem: weighProblemSchema.nullable(),
  /** Last answers, newest first, at most 12. */
  recent: z.array(
    feedbackSchema.pick({ seq: true, outcome: true, units: true, sku: true, text: true }),
  ),
})
export type BenchState = z.infer<typeof benchStateSchema>

export const benchOrderSchema = z.object({
  summary: orderSummarySchema,
  lines: z.array(benchLineSchema),
  /** What the order asks of each of its cartons; weights in grams, null where it asks for nothing. */
  cartonRules: z.object({
    maxSkus: z.int().positive().nullable(),
    maxUnits: z.int().positive().nullable(),
    maxGross: grams.nullable(),
    isApart: z.boolean(),
  }),
  /** Cartons planned by the seller, when known. */
  plannedCartons: z.int().positive().nullable(),
  /** In training: goods of other orders, to see what a wrong scan looks like. */
  strangers: z
    .array(z.object({ barcode: z.string(), nameZh: z.string(), nameEn: z.string() }))
    .exactOptional(),
})
export type BenchOrder = z.infer<typeof benchOrderSchema>

export const benchSnapshotSchema = z.object({
  order: benchOrderSchema.nullable(),
  state: benchStateSchema,
})
export type BenchSnapshot = z.infer<typeof benchSnapshotSchema>

export const cartonRowSchema = z.object({
  code: z.string(),
  cartonNo: z.int(),
  revision: z.int(),
  state: z.enum(cartonStates),
  units: count,
  gross: grams.nullable(),
  sealedAt: z.string().nullable(),
  /** The seal has reached the server. */
  uploaded: z.boolean(),
  /** That its labels bear. */
  markRevision: count,
  labels: z.array(labelViewSchema),
  /** The pallet of its order that it stands on; null where it stands on none. */
  palletNo: z.int().nullable(),
})
export type CartonRow = z.infer<typeof cartonRowSchema>

export const scaleViewSchema = z.object({
  state: z.enum(scaleStates),
  grams: grams.nullable(),
  stable: z.boolean(),
})
export type ScaleView = z.infer<typeof scaleViewSchema>

export const deviceStateSchema = z.object({
  state: z.enum(['ok', 'unknown', 'problem', 'absent']),
  name: z.string(),
  problem: errorShapeSchema.nullable(),
})
export const devicesViewSchema = z.object({
  printer: deviceStateSchema,
  /** The worst of the scanners. */
  scanner: deviceStateSchema,
  scanners: z.array(deviceStateSchema.extend({ id: z.string() })),
  scale: deviceStateSchema,
})
export type DevicesView = z.infer<typeof devicesViewSchema>

export const syncViewSchema = z.object({
  state: z.enum(['connecting', 'online', 'offline']),
  /** Since when it is in this state: ISO 8601 with offset. */
  since: z.string(),
  pending: count,
  oldestPendingAt: z.string().nullable(),
  lastPullAt: z.string().nullable(),
  /** Why offline, or the last refusal. */
  problem: errorShapeSchema.nullable(),
  codesLeft: count,
})
export type SyncView = z.infer<typeof syncViewSchema>

/** A label that the virtual printer drew from the bytes it received. */
export const virtualPrintSchema = z.object({
  id: z.int(),
  png: z.base64(),
  /** What scanning each symbol on the drawn label gives. */
  symbols: z.array(z.object({ format: z.enum(['code128', 'qr']), text: z.string() })),
})
export type VirtualPrint = z.infer<typeof virtualPrintSchema>
