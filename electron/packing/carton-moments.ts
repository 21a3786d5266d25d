import type { MomentOf } from '#shared/contract/carton-page-views.ts'
import { errorShapeSchema, scanOutcomeSchema, sizeSchema } from '#shared/contract/views.ts'
import { type CartonContent, parkPurposes, weightSources } from '#shared/domain/carton.ts'
import type { Sku } from '#shared/domain/order.ts'
import type { AcceptedScan } from '#shared/domain/pack-session.ts'
import { labelAge, type PrintState } from '#shared/domain/print-journal.ts'
import { compareCount } from '#shared/domain/recount.ts'
import { displayText } from '#shared/domain/scan-code.ts'
import type { LifeDeed, LifeStep } from './carton-life.ts'
import type { LabelRow, RecountRow, ScanRow, StepRow } from './carton-page-statements.ts'

/** What rows of the store are called for people. */
export interface Names {
  /** Null where nobody was signed in. */
  readonly operator: (id: string | null) => string | null
  readonly goods: (sku: Sku) => { readonly nameZh: string; readonly nameEn: string }
}

const knownOf = <Known extends string>(all: readonly Known[], text: unknown): Known | null =>
  all.find((known) => known === text) ?? null
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const scanMoment = (row: ScanRow, names: Names): MomentOf<'scan'> => ({
  kind: 'scan',
  id: row.id,
  at: row.at,
  source: row.source,
  text: displayText(row.text),
  outcome: scanOutcomeSchema.parse(row.outcome),
  units: row.units,
  goods: row.sku === null ? null : { sku: row.sku, ...names.goods(row.sku as Sku) },
  undone: row.undone === 1,
})

export const lifeStep = (row: StepRow, names: Names): LifeStep => {
  const detail = JSON.parse(row.detail) as Readonly<Record<string, unknown>>
  const box = { nameZh: textOf(detail['nameZh']), nameEn: textOf(detail['nameEn']) }
  return {
    afterScan: row.after_scan,
    moment: {
      kind: 'step',
      id: row.id,
      at: row.at,
      revision: row.revision,
      operator: names.operator(row.operator_id),
      upload: null,
      step: row.kind,
      gross: typeof detail['gross'] === 'number' ? detail['gross'] : null,
      weightSource: knownOf(weightSources, detail['source']),
      reason: textOf(detail['reason']),
      purpose: knownOf(parkPurposes, detail['purpose']),
      box:
        box.nameZh === null || box.nameEn === null
          ? null
          : { nameZh: box.nameZh, nameEn: box.nameEn },
      size: sizeSchema
        .nullable()
        .catch(null)
        .parse(detail['size'] ?? null),
      roll: textOf(detail['roll']),
      pallet: typeof detail['palletNo'] === 'number' ? detail['palletNo'] : null,
    },
  }
}

export const labelDeed = (
  row: LabelRow,
  carton: { readonly revision: number; readonly state: string } | null,
  names: Names,
): LifeDeed => ({
  afterEvent: row.after_event,
  afterScan: row.after_scan,
  moment: {
    kind: 'label',
    id: row.id,
    at: row.created_at,
    revision: row.revision,
    operator: names.operator(row.operator_id),
    upload: null,
    side: row.side === 1 ? 1 : 2,
    page: row.page,
    copy: row.copy,
    printerId: row.printer_id,
    state: row.state as PrintState,
    changedAt: row.changed_at,
    problem: row.problem === null ? null : errorShapeSchema.parse(JSON.parse(row.problem)),
    reason: row.reason,
    withdrawnReason: row.withdrawn_reason,
    age: labelAge(row.revision, carton),
  },
})

export const recountDeed = (row: RecountRow, names: Names): LifeDeed => {
  const scans = JSON.parse(row.scans) as AcceptedScan[]
  // Blind until it is finished.
  const expected = row.expected === null ? null : (JSON.parse(row.expected) as CartonContent[])
  const compared = expected === null ? [] : compareCount(expected, scans)
  return {
    afterEvent: row.after_event,
    // Right behind its own event, which says behind which scan it came.
    afterScan: row.after_event === null ? null : 0,
    moment: {
      kind: 'recount',
      id: row.id,
      at: row.started_at,
      revision: row.revision,
      operator: names.operator(row.operator_id),
      upload: null,
      state: row.state as MomentOf<'recount'>['state'],
      units: scans.reduce((sum, { units }) => sum + units, 0),
      differences: compared
        .filter((line) => line.counted !== line.expected)
        .map((line) => ({ ...line, ...names.goods(line.sku) })),
    },
  }
}
