import {
  cartonSchema,
  type DeclarationDifference,
  type DeclaredCarton,
  type RequestPayload,
  type WireCarton,
} from '#shared/contract/linkstar-api.ts'
import { canonicalHash } from '#electron/command-hash/index.ts'
import { setOrderStatus } from './order-life.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'
import { worldTime } from './world-clock.ts'
import { schedule } from './world-events.ts'

const mostDifferences = 100
/** How long the forwarder looks at a declaration, in seconds. */
const acceptance = 60

interface KnownCarton extends WireCarton {
  readonly status: string
}

const bySku = ({ box_details }: DeclaredCarton | WireCarton) =>
  Object.fromEntries(box_details.map(({ sku, quantity }) => [sku, quantity]))

const compared = (carton: DeclaredCarton | WireCarton) => ({
  box_no: carton.box_no,
  revision: carton.revision,
  box_details: bySku(carton),
  weight_g: carton.weight_g,
  size_mm: carton.size_mm,
})

const fields = ['box_no', 'revision', 'box_details', 'weight_g', 'size_mm'] as const

function* differences(
  declared: readonly DeclaredCarton[],
  known: ReadonlyMap<string, KnownCarton>,
): Generator<DeclarationDifference> {
  const seen = new Set<string>()
  for (const carton of declared) {
    const { carton_code } = carton
    const own = known.get(carton_code)
    if (own === undefined || seen.has(carton_code)) {
      yield { carton_code, field: 'carton', declared: carton.box_no }
      continue
    }
    seen.add(carton_code)
    const [theirs, ours] = [compared(carton), compared(own)]
    for (const field of fields) {
      if (canonicalHash(theirs[field]) === canonicalHash(ours[field])) continue
      yield { carton_code, field, declared: theirs[field], known: ours[field] }
    }
  }
  for (const [carton_code, { status, box_no }] of known) {
    if (!seen.has(carton_code)) yield { carton_code, field: 'carton', known: box_no }
    else if (status === 'reopened') yield { carton_code, field: 'status', known: status }
  }
}

const knownCartons = async ({ tx }: Applying, referenceNo: string) => {
  const rows = await tx
    .selectFrom('cartons')
    .select(['carton_code', 'revision', 'status', 'body'])
    .where('reference_no', '=', referenceNo)
    .where('status', '!=', 'voided')
    .orderBy('box_no')
    .execute()
  return new Map(
    rows.map(({ carton_code, revision, status, body }): [string, KnownCarton] => {
      const carton = cartonSchema.parse(JSON.parse(body))
      return [carton_code, { ...carton, revision, status }]
    }),
  )
}

/** Declares a closed order when the declaration is the very cartons that this server knows. */
export const declareOrder = async (
  by: Applying,
  { reference_no, cartons }: RequestPayload<'declare-order'>,
): Promise<Outcome> => {
  const order = await by.tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  if (order === undefined) return refusal('order-unknown', `no order ${reference_no}`)
  if (order.status === 'cancelled') {
    return refusal('order-cancelled', `${reference_no} was cancelled`)
  }
  if (order.status !== 'closed') {
    return refusal('order-not-closed', `${reference_no} is ${order.status}`)
  }
  const found = [...differences(cartons, await knownCartons(by, reference_no))]
  if (found.length > 0) {
    const where = [...new Set(found.map(({ carton_code }) => carton_code))].slice(0, 5).join(', ')
    return {
      status: 'refused',
      code: 'declaration-differs',
      message: `${found.length} differences, in ${where}`,
      differences: found.slice(0, mostDifferences),
    }
  }
  const now = await worldTime(by.tx, by.at)
  await setOrderStatus(by.tx, reference_no, 'declared', { at: now.toISOString() })
  await schedule(by.tx, now, acceptance, { kind: 'accept-order', reference_no })
  return { status: 'applied' }
}
