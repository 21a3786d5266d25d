import { randomInt } from 'node:crypto'
import type { Freight, Milestone, RequestPayload } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { publish, published } from './feed-position.ts'
import { liveCartons } from './live-cartons.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'
import { worldTime } from './world-clock.ts'
import { schedule } from './world-events.ts'
import { readPlan } from './world-plan.ts'

// Fen (CNY). Invented: the sandbox shows that fees travel, not what they are.
const perStartedKilogram = 3200
const perCarton = 500
const customs = 30_000

const cny = (minor_units: number) => ({ currency: 'CNY', minor_units })

/** Tells what the transport of an accepted order costs. */
export const quoteFreight = async (
  tx: Database,
  reference_no: string,
  now: Date,
): Promise<void> => {
  const cartons = await liveCartons(tx, reference_no)
  const kilograms = Math.ceil(cartons.reduce((sum, { weight_g }) => sum + weight_g, 0) / 1000)
  const fees = [
    { fee_type: 'freight', amount: cny(kilograms * perStartedKilogram) },
    { fee_type: 'customs', amount: cny(customs) },
    { fee_type: 'handling', amount: cny(cartons.length * perCarton) },
  ]
  const total = cny(fees.reduce((sum, { amount }) => sum + amount.minor_units, 0))
  const before = (await published(tx, 'freight', reference_no))?.freight
  const freight: Freight = {
    reference_no,
    revision: (before?.revision ?? 0) + 1,
    status: 'quoted',
    fees,
    total,
    at: now.toISOString(),
  }
  await publish(tx, reference_no, { kind: 'freight', freight })
}

const day = 24 * 3600
/** Days after payment. */
const journey: readonly (readonly [Milestone['code'], number])[] = [
  ['received', 1],
  ['departed', 3],
  ['arrived', 12],
  ['clearing', 13],
  ['signed', 18],
]
const firstReceipt = 19

const startJourney = async (tx: Database, reference_no: string, now: Date): Promise<void> => {
  for (const [code, days] of journey) {
    await schedule(tx, now, days * day, { kind: 'pass-milestone', reference_no, code })
  }
  const { receipt_batches } = await readPlan(tx, reference_no)
  const batches = Math.min(receipt_batches, (await liveCartons(tx, reference_no)).length)
  for (let batch = 1; batch <= batches; batch += 1) {
    const seconds = (firstReceipt + batch - 1) * day
    await schedule(tx, now, seconds, { kind: 'receive-batch', reference_no, batch, batches })
  }
}

/** Pays exactly what was quoted; then the order begins its way. */
export const payFreight = async (
  { tx, at }: Applying,
  { reference_no, total }: RequestPayload<'pay-freight'>,
): Promise<Outcome> => {
  const quoted = (await published(tx, 'freight', reference_no))?.freight
  if (quoted === undefined) {
    return refusal('not-quoted', `there is no quote for ${reference_no} yet`)
  }
  if (quoted.status === 'paid') return refusal('already-paid', `${reference_no} is paid`)
  const { currency, minor_units } = quoted.total
  if (currency !== total.currency || minor_units !== total.minor_units) {
    return refusal('total-differs', `the total is ${minor_units} minor units of ${currency}`)
  }
  const now = await worldTime(tx, at)
  const tracking_no = `LSTRK${randomInt(1e9, 1e10)}`
  const paid = { status: 'paid' as const, revision: quoted.revision + 1, at: now.toISOString() }
  await publish(tx, reference_no, { kind: 'freight', freight: { ...quoted, ...paid, tracking_no } })
  await startJourney(tx, reference_no, now)
  return { status: 'applied', id: tracking_no }
}
