import type { BoxType } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { MarkRoll } from '#shared/domain/mark-roll.ts'
import type { MarkContents } from '#shared/domain/mark-payload.ts'
import type { PackEffect } from '#shared/domain/pack-session.ts'
import type { UnitLabel } from '#shared/domain/unit-label.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import type { BenchState } from '#shared/contract/views.ts'
import type { Store } from '#electron/store/index.ts'
import type { BenchRecords } from './bench-record.ts'
import type { StrangersTo } from './bench-view.ts'
import type { CartonRecords } from './carton-records.ts'
import type { Catalogue } from './catalogue.ts'
import type { MarkJournal } from './marks.ts'
import type { OrderBook } from './order-book.ts'
import type { LimitsFor } from './order-limits.ts'
import type { ParkedCartons } from './parked-cartons.ts'
import type { PlannedMarks } from './planned-marks.ts'
import type { EffectWriter } from './write-effects.ts'

/** What the bench needs of the rest of the station. */
export interface BenchParts extends EffectWriter {
  readonly store: Store
  readonly orders: OrderBook
  readonly catalogue: Catalogue
  readonly cartons: CartonRecords
  readonly records: BenchRecords
  readonly marks: MarkJournal
  readonly parked: ParkedCartons
  readonly planned: Pick<PlannedMarks, 'find' | 'prove' | 'planOf' | 'standing' | 'progress'>
  readonly leases: {
    takeCode(): CartonCode | null
    takeCartonNo(orderNo: OrderNo): number | null
    codesRefused(): boolean
    numbersRefused(orderNo: OrderNo): boolean
  }
  readonly rights: {
    spent(orderNo: OrderNo, sku: Sku, left: number): void
    short(orderNo: OrderNo, sku: Sku, units: number): void
    missed(orderNo: OrderNo, sku: Sku, units: number): void
    withheld(orderNo: OrderNo, sku: Sku): boolean
  }
  /** The server cannot be asked now: what is missing does not come by itself. */
  readonly isOffline: () => boolean
  /** Something was asked of the server that the packer waits for. */
  readonly asked: () => void
  readonly boxTypes: readonly [BoxType, ...BoxType[]]
  readonly limitsFor: LimitsFor
  /** One scale serves several benches: what is packed waits for it. */
  readonly weighQueue: boolean
  /** Rolls of pre-printed marks that stand at this bench. */
  readonly markRolls: readonly MarkRoll[]
  /** Only in training. */
  readonly strangersTo?: StrangersTo
  /** Where the page finds the photo at this address of a seller's. */
  readonly photoPath: (url: string) => string
  /** Of exceptions. */
  readonly photos: {
    countOf(exceptionId: number): number
    /** @returns where the page finds it */
    keep(exceptionId: number, jpeg: Uint8Array): string
  }
  readonly readScan: ReadScan
  /** The digest that the QR of a carton with these contents bears. */
  readonly markDigest: (contents: MarkContents) => string
  /** Retries failed labels and copies uncertain ones. */
  readonly reprint: (code: CartonCode, revision: number) => void
  /** Prints the temporary labels once more that did not come out. @returns how many there were */
  readonly reprintParked: () => number
  /** Prints labels for units that came without the one they need; what goes wrong is told on the screen. */
  readonly printUnitLabels: (orderNo: OrderNo, label: UnitLabel, count: number) => void
  /** Wall clock, for display. */
  readonly clock: () => Date
  /** After a commit: workers are woken, screens told. */
  readonly committed: (effects: readonly PackEffect[]) => void
  readonly publish: (state: BenchState) => void
}
