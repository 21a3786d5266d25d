import type { WireCarton } from '#shared/contract/linkstar-api.ts'
import type { Applying, Flag } from './outcome.ts'
import { packedUnits } from './packed-units.ts'

const leaseFlags = async (
  { tx, station }: Applying,
  carton: WireCarton,
): Promise<readonly Flag[]> => {
  const flags: Flag[] = []
  const serial = Number(carton.carton_code.slice(2, 12))
  const code = await tx
    .selectFrom('code_leases')
    .select('first')
    .where('station_id', '=', station.stationId)
    .where('first', '<=', serial)
    .where('last', '>=', serial)
    .executeTakeFirst()
  if (code === undefined) {
    const message = `${carton.carton_code} is in no block leased to this station`
    flags.push({ code: 'code-not-leased', message })
  }
  const number = await tx
    .selectFrom('number_leases')
    .select('first')
    .where('reference_no', '=', carton.reference_no)
    .where('station_id', '=', station.stationId)
    .where('first', '<=', carton.box_no)
    .where('last', '>=', carton.box_no)
    .executeTakeFirst()
  if (number === undefined) {
    const message = `carton number ${carton.box_no} is in no run leased to this station`
    flags.push({ code: 'number-not-leased', message })
  }
  const twin = await tx
    .selectFrom('cartons')
    .select('carton_code')
    .where('reference_no', '=', carton.reference_no)
    .where('box_no', '=', carton.box_no)
    .where('carton_code', '!=', carton.carton_code)
    .where('status', '!=', 'voided')
    .executeTakeFirst()
  if (twin !== undefined) {
    const message = `carton number ${carton.box_no} is already that of ${twin.carton_code}`
    flags.push({ code: 'number-taken', message })
  }
  return flags
}

const orderFlags = async (
  { tx }: Applying,
  referenceNo: string,
  isNew: boolean,
): Promise<readonly Flag[]> => {
  const order = await tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()
  if (order === undefined) return [{ code: 'order-unknown', message: `no order ${referenceNo}` }]
  const { status } = order
  if (status === 'cancelled') {
    return [{ code: 'order-cancelled', message: `${referenceNo} was cancelled` }]
  }
  // After closing, a carton may still be opened and sealed again: a recount asks for it.
  const late = status === 'declared' || status === 'accepted' || (isNew && status === 'closed')
  return late ? [{ code: 'order-not-open', message: `${referenceNo} is ${status}` }] : []
}

const contentFlags = async ({ tx }: Applying, carton: WireCarton): Promise<readonly Flag[]> => {
  const ordered = await tx
    .selectFrom('order_lines')
    .select(['sku', 'plan_qty'])
    .where('reference_no', '=', carton.reference_no)
    .execute()
  if (ordered.length === 0) return []
  const plan = new Map(ordered.map((line) => [line.sku, line.plan_qty]))
  const packed = await packedUnits(tx, carton.reference_no, carton.carton_code)
  return carton.box_details.flatMap(({ sku, quantity }): Flag[] => {
    const planned = plan.get(sku)
    const total = (packed.get(sku) ?? 0) + quantity
    if (planned === undefined) {
      return [{ code: 'sku-not-in-order', message: `${sku} is on no line of the order` }]
    }
    return total > planned
      ? [{ code: 'over-packed', message: `${sku}: ${total} packed of ${planned} ordered` }]
      : []
  })
}

/** What is odd about a sealed carton, apart from its own earlier life. */
export const sealOddities = async (
  by: Applying,
  carton: WireCarton,
  isNew: boolean,
): Promise<readonly Flag[]> => [
  ...(await orderFlags(by, carton.reference_no, isNew)),
  ...(await leaseFlags(by, carton)),
  ...(await contentFlags(by, carton)),
]
