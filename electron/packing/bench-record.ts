import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { PackMode, PackStep } from '#shared/domain/pack-session.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { Grams } from '#shared/domain/units.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import type { Store } from '#electron/store/index.ts'
import type { NotedException } from './write-effects.ts'

/** Where the packer stands; written with every step, so that a restart goes on from there. */
export interface BenchRecord {
  readonly orderNo: OrderNo | null
  readonly cartonCode: CartonCode | null
  readonly step: PackStep
  readonly mode: PackMode
  readonly times: number
  readonly nextBox: string
  /** The answer that locked scanning. */
  readonly lock: FeedbackView | null
  /** The exception that was noted last since the order was opened; null before the first. */
  readonly noted: NotedException | null
  readonly lastVerified: CartonCode | null
  /** Gross weight of the carton that was sealed last. */
  readonly lastSealed: Grams | null
}

export interface ScanEntry {
  readonly orderNo: OrderNo | null
  readonly cartonCode: CartonCode | null
  readonly source: string
  readonly text: string
  readonly outcome: ScanOutcome
  readonly sku: string | null
  readonly units: number
  readonly at: string
}

export interface BenchRecords {
  load(): BenchRecord | null
  save(record: BenchRecord): void
  logScan(entry: ScanEntry): void
}

export const createBenchRecords = (store: Store): BenchRecords => {
  const read = store.prepare()((db) => db.selectFrom('bench').selectAll().where('only', '=', 1))
  const write = store.prepare<{
    orderNo: string | null
    cartonCode: string | null
    step: string
    mode: string
    times: number
    nextBox: string
    lock: string | null
    noted: string | null
    lastVerified: string | null
    lastSealed: number | null
  }>()((db, param) =>
    db.replaceInto('bench').values({
      only: 1,
      order_no: param('orderNo'),
      carton_code: param('cartonCode'),
      step: param('step'),
      mode: param('mode'),
      times: param('times'),
      next_box_type: param('nextBox'),
      lock: param('lock'),
      noted: param('noted'),
      last_verified: param('lastVerified'),
      last_sealed_g: param('lastSealed'),
    }),
  )
  const insertScan = store.prepare<{
    orderNo: string | null
    cartonCode: string | null
    source: string
    text: string
    outcome: string
    sku: string | null
    units: number
    at: string
  }>()((db, param) =>
    db.insertInto('scans').values({
      order_no: param('orderNo'),
      carton_code: param('cartonCode'),
      source: param('source'),
      text: param('text'),
      outcome: param('outcome'),
      sku: param('sku'),
      units: param('units'),
      at: param('at'),
    }),
  )

  return {
    load: () => {
      const row = read.get({})
      if (row === undefined) return null
      return {
        orderNo: row.order_no as OrderNo | null,
        cartonCode: row.carton_code as CartonCode | null,
        step: row.step as PackStep,
        mode: row.mode as PackMode,
        times: row.times,
        nextBox: row.next_box_type,
        lock: row.lock === null ? null : (JSON.parse(row.lock) as FeedbackView),
        noted: row.noted === null ? null : (JSON.parse(row.noted) as NotedException),
        lastVerified: row.last_verified as CartonCode | null,
        lastSealed: row.last_sealed_g as Grams | null,
      }
    },
    save: (record) => {
      const { lock, noted } = record
      write.run({
        ...record,
        lock: lock === null ? null : JSON.stringify(lock),
        noted: noted === null ? null : JSON.stringify(noted),
      })
    },
    logScan: (entry) => {
      insertScan.run({ ...entry })
    },
  }
}
