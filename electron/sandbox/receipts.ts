import type { Receipt, ReceiptLine } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { publish, published } from './feed-position.ts'
import { liveCartons } from './live-cartons.ts'
import { schedule } from './world-events.ts'
import { readPlan, type WorldPlan } from './world-plan.ts'

/** From the dock to the shelf, in seconds. */
const shelvingTime = 36 * 3600

type Discrepancy = WorldPlan['discrepancies'][number]

const reasonOf = ({ missing, damaged, surplus }: Discrepancy): string =>
  [
    missing > 0 ? `少 ${missing} / ${missing} missing` : '',
    damaged > 0 ? `损 ${damaged} / ${damaged} damaged` : '',
    surplus > 0 ? `多 ${surplus} / ${surplus} too many` : '',
  ]
    .filter((part) => part !== '')
    .join('; ')

const counted = (plan: WorldPlan, line: Pick<ReceiptLine, 'carton_code' | 'sku' | 'plan_qty'>) => {
  const found = plan.discrepancies.find(
    ({ carton_code, sku }) => carton_code === line.carton_code && sku === line.sku,
  )
  if (found === undefined) return { received_qty: line.plan_qty, exception_qty: 0 }
  const missing = Math.min(found.missing, line.plan_qty)
  const damaged = Math.min(found.damaged, line.plan_qty - missing)
  const discrepancy = { ...found, missing, damaged }
  const reason = reasonOf(discrepancy)
  return {
    received_qty: line.plan_qty - missing + found.surplus,
    exception_qty: missing + damaged + found.surplus,
    ...(reason === '' ? {} : { exception_reason: reason }),
  }
}

/** Every n-th carton belongs to the n-th batch; what is found otherwise is what the plan says. */
export const receiveBatch = async (
  tx: Database,
  reference_no: string,
  { batch, batches }: { readonly batch: number; readonly batches: number },
  now: Date,
): Promise<void> => {
  const plan = await readPlan(tx, reference_no)
  const cartons = (await liveCartons(tx, reference_no)).filter(
    (_, index) => index % batches === batch - 1,
  )
  if (cartons.length === 0) return
  const id = `RC-${reference_no}-${batch}`
  const lines = cartons.flatMap(({ carton_code, box_no, box_details }) =>
    box_details.map(({ sku, quantity }): ReceiptLine => {
      const line = { carton_code, box_no, sku, plan_qty: quantity }
      return { ...line, ...counted(plan, line), putaway_qty: 0 }
    }),
  )
  const receipt: Receipt = {
    receipt_id: id,
    reference_no,
    revision: 1,
    batch,
    batches,
    status: 'received',
    at: now.toISOString(),
    lines,
  }
  await publish(tx, id, { kind: 'receipt', receipt })
  await schedule(tx, now, shelvingTime, { kind: 'shelve-batch', reference_no, id })
}

/** What is sound and was shipped goes on the shelf. */
export const shelveBatch = async (tx: Database, id: string, now: Date): Promise<void> => {
  const received = (await published(tx, 'receipt', id))?.receipt
  if (received?.status !== 'received') return
  const lines = received.lines.map((line) => ({
    ...line,
    putaway_qty: Math.max(0, Math.min(line.plan_qty, line.received_qty) - damagedOf(line)),
  }))
  const receipt: Receipt = {
    ...received,
    revision: received.revision + 1,
    status: 'shelved',
    at: now.toISOString(),
    lines,
  }
  await publish(tx, id, { kind: 'receipt', receipt })
}

/** Exceptions that stand on the dock but may not be sold: all but the missing and the surplus. */
const damagedOf = ({ plan_qty, received_qty, exception_qty }: ReceiptLine): number =>
  exception_qty - Math.abs(plan_qty - received_qty)
