import { sql } from 'kysely'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { type HandoverItem, labelTroubles } from '#shared/domain/shift-handover.ts'
import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import type { Printing } from '#electron/printing/index.ts'
import type { Store } from '#electron/store/index.ts'

interface ItemParts {
  readonly store: Store
  readonly parked: () => readonly ParkedCarton[]
  readonly printing: Pick<Printing, 'queue' | 'jobsOf'>
}

// A literal, so that SQLite sees that the partial index fits.
const isUnverified = sql<boolean>`state in ('sealed', 'marked')`

const untouched = { revision: 0, needsQr: false, uncertain: 0, failed: 0, decision: null } as const

const parkedItem = ({ code, orderNo, cartonNo, purpose, parkedAt, label }: ParkedCarton) => ({
  ...untouched,
  code: code as CartonCode,
  orderNo: orderNo as OrderNo,
  cartonNo,
  kind: purpose === 'weighing' ? ('queued' as const) : ('parked' as const),
  failed: label === 'failed' ? 1 : 0,
  since: parkedAt,
})

/** What is in hand at the end of a shift, of all orders: each carton once, whatever is the matter with it. */
export const createHandoverItems = (parts: ItemParts): (() => readonly HandoverItem[]) => {
  const unverified = parts.store.prepare()((db) =>
    db
      .selectFrom('cartons')
      .select(['code', 'order_no', 'carton_no', 'mark_revision', 'plan', 'sealed_at', 'opened_at'])
      .where(isUnverified)
      .orderBy('sealed_at'),
  )
  const needsQr = (revision: number, isPlanned: boolean): boolean =>
    revision > 1 || (isPlanned && revision > 0)
  const troublesOf = (code: CartonCode, revision: number) =>
    labelTroubles(parts.printing.jobsOf(code, revision))

  return () => {
    const items = new Map<CartonCode, HandoverItem>()
    for (const carton of parts.parked()) {
      const item = parkedItem(carton)
      items.set(item.code, item)
    }
    for (const row of unverified.all({})) {
      const code = row.code as CartonCode
      items.set(code, {
        ...untouched,
        code,
        orderNo: row.order_no as OrderNo,
        cartonNo: row.carton_no,
        kind: 'unverified',
        revision: row.mark_revision,
        needsQr: needsQr(row.mark_revision, row.plan !== null),
        ...troublesOf(code, row.mark_revision),
        since: row.sealed_at ?? row.opened_at,
      })
    }
    for (const job of parts.printing.queue()) {
      const isTroubled = job.state === 'uncertain' || job.state === 'failed'
      if (!isTroubled || job.age !== null || items.has(job.cartonCode)) continue
      const troubles = troublesOf(job.cartonCode, job.revision)
      if (troubles.uncertain + troubles.failed === 0) continue
      items.set(job.cartonCode, {
        ...untouched,
        code: job.cartonCode,
        orderNo: job.orderNo as OrderNo,
        cartonNo: job.cartonNo,
        kind: 'label',
        revision: job.revision,
        needsQr: needsQr(job.revision, false),
        ...troubles,
        since: job.changedAt,
      })
    }
    return [...items.values()]
  }
}
