import type { BoxType, CartonContent, CartonWeight, ParkPurpose } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import type { CartonPlan } from './carton-plan.ts'
import type { ExceptionKind, GoodsException, Photographable } from './goods-exception.ts'
import type { CartonLimits } from './limits.ts'
import type { PalletEffect, PalletStanding, PalletWish } from './order-pallet.ts'
import type { CargoClass, OrderNo, Sku } from './order.ts'
import type { ScanOutcome } from './scan-verdict.ts'
import type { Grams, Size } from './units.ts'
import type { WeightExplanation } from './explain-weight.ts'
import type { WeightModel } from './weight-model.ts'

/** What packing needs to know of one SKU of the order. */
export interface PackLine {
  readonly sku: Sku
  readonly ordered: number
  /** Units that this station may pack, packed ones included. */
  readonly granted: number
  /** Units that nobody finds here. */
  readonly short: number
  readonly unitWeight: Grams
  readonly cargoClass: CargoClass
  /** The kind of code, or the exact code, that every unit must bear. */
  readonly requiredBarcode?: string
  /** The code of the label that bears it is known, so that it can be printed. */
  readonly isLabelKnown: boolean
}

export interface PackOrder {
  readonly orderNo: OrderNo
  readonly lines: ReadonlyMap<Sku, PackLine>
  readonly limits: CartonLimits
}

export interface AcceptedScan {
  readonly sku: Sku
  readonly units: number
}

/** The carton on the bench. */
export interface BenchCarton {
  readonly code: CartonCode
  readonly cartonNo: number
  readonly revision: number
  readonly state: 'open' | 'sealed' | 'marked'
  readonly boxType: BoxType
  /** Outside, where it is not the box type's. */
  readonly measured?: Size
  readonly contents: readonly CartonContent[]
  /** Accepted scans that undo may still take back, last one last. */
  readonly scans: readonly AcceptedScan[]
  /** What the seller wants in it; null where nobody planned it. */
  readonly plan: CartonPlan | null
  /** That its marks bear: its own revision, or 0 while those that were printed ahead are its marks. */
  readonly markRevision: number
}

/** `packing` 装箱 → `weighing` 称重 → `marking` 打箱唛 → `scan-back` 扫箱唛确认 */
export type PackStep = 'packing' | 'weighing' | 'marking' | 'scan-back'

export const packModes = ['scan', 'planned', 'whole-case'] as const
/**
 * 边扫边装: the contents grow by scanning. 按箱单装: a mark that was printed ahead comes first and says what goes in. 整箱: each
 * scan is a factory carton, packed as it came.
 */
export type PackMode = (typeof packModes)[number]

export interface PackSession {
  readonly order: PackOrder
  /** Units in all cartons of the order but the one on the bench. */
  readonly elsewhere: ReadonlyMap<Sku, number>
  readonly carton: BenchCarton | null
  readonly step: PackStep
  readonly mode: PackMode
  /** One scale serves several benches: what is packed waits in a queue before it. */
  readonly weighQueue: boolean
  /** Factor for the next scan of goods. */
  readonly times: number
  readonly nextBox: BoxType
  /** The next scan of goods says which ones this is about; null for goods that are packed. */
  readonly expecting: ExceptionKind | null
  /** The answer that locked scanning, until it is acknowledged. */
  readonly lock: ScanOutcome | null
  readonly lastVerified: CartonCode | null
  /** What this seller's cartons have taught of weights; without it, weights are as stated. */
  readonly weights?: WeightModel
}

/** What was scanned, after the catalogue was asked. */
export type GoodsMatch =
  | {
      readonly kind: 'line'
      readonly sku: Sku
      readonly barcode: { readonly value: string; readonly kind: string; readonly units: number }
    }
  /** Goods of other orders; `orderNo` is one that is being packed here too and wants them. */
  | { readonly kind: 'elsewhere'; readonly sku: Sku; readonly orderNo: OrderNo | null }
  | { readonly kind: 'unknown' }

/** A box mark that was scanned, and what the store knows of its carton. */
export interface MarkScan {
  readonly code: CartonCode | null
  /** From the QR; the bars alone do not say it. */
  readonly revision: number | null
  /** Of the contents; from the QR. */
  readonly digest: string | null
  readonly known: {
    /** That its current marks bear. */
    readonly revision: number
    /** Of the contents as stored, or null while they may still change. */
    readonly digest: string | null
    readonly voided: boolean
    readonly verified: boolean
  } | null
  readonly labels: LabelSet
}

/** The mark set of the bench carton. */
export interface LabelSet {
  readonly total: number
  /** Those that were scanned back. */
  readonly confirmed: number
  /** The next one to scan back has been printed. */
  readonly nextPrinted: boolean
  /** Rolls that the carton needs a mark of and that were not scanned yet. */
  readonly rollsLeft: number
}

/** The barcode of a roll of pre-printed marks was scanned. */
export interface RollScan {
  readonly roll: {
    readonly id: string
    readonly name: string
    /** The carton on the bench needs its mark. */
    readonly isNeeded: boolean
    readonly isConfirmed: boolean
  }
  readonly labels: LabelSet
}

export interface WeighIn {
  readonly weight: CartonWeight
  /** Expected gross weight and how far the measured one may be from it, in grams. */
  readonly expected: Grams
  readonly tolerance: Grams
  /** Why the measured weight may deviate; null while it does not. */
  readonly explanation: WeightExplanation | null
  /** The packer has confirmed that the deviation is right. */
  readonly deviationAccepted: boolean
  /** Marks that were printed ahead and say of this carton what marks printed now would; null where there are none. */
  readonly plannedMarks: { readonly areOut: boolean } | null
}

/** What a carton code and number are needed for: the first accepted scan opens the carton. */
export interface FreshCarton {
  readonly code: CartonCode
  readonly cartonNo: number
}

export type PackEvent =
  | {
      readonly type: 'goods'
      readonly match: GoodsMatch
      readonly fresh: FreshCarton | null
      /** The unit that was kept out for want of its label bears it now: nothing else has to be acknowledged. */
      readonly isLabelled?: boolean
      /** The unit that was kept out as not planned goes in all the same. */
      readonly isAgreed?: boolean
    }
  | { readonly type: 'mark'; readonly scan: MarkScan }
  | { readonly type: 'roll'; readonly scan: RollScan }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'expect-exception'; readonly kind: ExceptionKind }
  | {
      readonly type: 'exception'
      readonly kind: ExceptionKind
      readonly match: GoodsMatch
      /** What was scanned, as it may be shown. */
      readonly text: string
      /** The goods are those that locked scanning. */
      readonly endsLock: boolean
      /** The packer said how many, be it one. */
      readonly isNumbered: boolean
    }
  /** A photo of what was noted last; null where nothing was. */
  | { readonly type: 'photo'; readonly of: Photographable | null }
  | { readonly type: 'undo' }
  /** Later cartons go on another pallet, or this one gets its label. */
  | { readonly type: 'pallet'; readonly wish: PalletWish; readonly standing: PalletStanding }
  | { readonly type: 'set-mode'; readonly mode: PackMode }
  | { readonly type: 'set-times'; readonly times: number }
  | { readonly type: 'choose-box'; readonly boxType: BoxType }
  /** The carton is not as its box type says. */
  | { readonly type: 'measure'; readonly size: Size }
  /** `isAgreed`: less than planned is right. */
  | { readonly type: 'done'; readonly isAgreed?: boolean }
  /** The mark that was printed ahead for this carton was scanned. */
  | { readonly type: 'open-planned'; readonly carton: BenchCarton }
  /** A planned carton that nothing is in is given back: its mark opens it another time. */
  | { readonly type: 'unopen' }
  | { readonly type: 'park'; readonly purpose: ParkPurpose }
  /** The contents of a finished carton once more, in a new one. */
  | {
      readonly type: 'same-again'
      readonly contents: readonly CartonContent[]
      readonly boxType: BoxType
      readonly fresh: FreshCarton | null
    }
  | { readonly type: 'resume'; readonly carton: BenchCarton; readonly purpose: ParkPurpose }
  | { readonly type: 'back-to-packing' }
  | { readonly type: 'weigh'; readonly weighIn: WeighIn }
  | { readonly type: 'labels-printed' }
  | { readonly type: 'reopen'; readonly carton: BenchCarton; readonly reason: string }
  | {
      readonly type: 'void'
      readonly code: CartonCode
      readonly contents: readonly CartonContent[]
      readonly reason: string
    }

/** What must be written together with the new state, in one transaction. */
export type PackEffect =
  | { readonly type: 'carton-opened'; readonly carton: BenchCarton }
  | { readonly type: 'carton-unopened'; readonly code: CartonCode }
  | {
      readonly type: 'units-added'
      readonly code: CartonCode
      readonly sku: Sku
      readonly units: number
    }
  /** The same where no scan is written down as accepted for them; undo takes them back like those of one. */
  | {
      readonly type: 'units-repeated'
      readonly code: CartonCode
      readonly sku: Sku
      readonly units: number
    }
  | {
      readonly type: 'units-taken-back'
      readonly code: CartonCode
      readonly sku: Sku
      readonly units: number
    }
  /** Whenever they went in. */
  | {
      readonly type: 'units-put-back'
      readonly code: CartonCode
      readonly sku: Sku
      readonly units: number
    }
  | ({ readonly type: 'exception-noted' } & Omit<GoodsException, 'operator' | 'at'>)
  | { readonly type: 'box-chosen'; readonly code: CartonCode; readonly boxType: BoxType }
  /** null: what was measured counts no more. */
  | { readonly type: 'carton-measured'; readonly code: CartonCode; readonly size: Size | null }
  | {
      readonly type: 'carton-parked'
      readonly carton: BenchCarton
      readonly purpose: ParkPurpose
    }
  | { readonly type: 'carton-resumed'; readonly carton: BenchCarton }
  | { readonly type: 'carton-sealed'; readonly carton: BenchCarton; readonly weight: CartonWeight }
  | { readonly type: 'carton-marked'; readonly carton: BenchCarton }
  | { readonly type: 'label-confirmed'; readonly carton: BenchCarton }
  | { readonly type: 'roll-confirmed'; readonly carton: BenchCarton; readonly roll: string }
  | { readonly type: 'carton-verified'; readonly carton: BenchCarton }
  | { readonly type: 'carton-reopened'; readonly carton: BenchCarton; readonly reason: string }
  | { readonly type: 'carton-voided'; readonly code: CartonCode; readonly reason: string }
  | PalletEffect

/** Why an act is refused: codes of shared/errors with the facts for the sentence. */
export interface PackRefusal {
  readonly code:
    | 'carton-empty'
    | 'nothing-to-repeat'
    | 'carton-state'
    | 'carton-unfinished'
    | 'nothing-to-undo'
    | 'box-type-too-large'
    | 'carton-breaks-rules'
    | 'measured-too-large'
    | 'measured-too-small'
    | 'measured-absurd'
    | 'codes-exhausted'
    | 'no-exception-noted'
    | 'photos-full'
  readonly details: Readonly<Record<string, string | number>>
}

export type WeighProblem =
  | {
      readonly kind: 'over-limit'
      readonly gross: Grams
      readonly max: Grams
      readonly remove: readonly AcceptedScan[]
    }
  | {
      readonly kind: 'deviates'
      readonly gross: Grams
      readonly expected: Grams
      readonly tolerance: Grams
      readonly explanation: WeightExplanation | null
    }

/** The answer the packer sees. */
export interface PackAnswer {
  readonly outcome: ScanOutcome
  readonly sku: Sku | null
  readonly units: number
  readonly facts: Readonly<Record<string, string | number>>
}

export interface Stepped {
  readonly session: PackSession
  readonly effects: readonly PackEffect[]
  readonly answer: PackAnswer | null
  readonly weighProblem: WeighProblem | null
}
