import type { WireCarton } from '#shared/contract/linkstar-api.ts'
import type { Applying, Flag } from './outcome.ts'
import { addUnspent, lineRights } from './rights-book.ts'

/**
 * Spends the station's rights on a carton that is being sealed. What it holds no rights for comes out of the pool;
 * what the pool lacks belongs to other stations and is flagged.
 */
export const spendRights = async (
  { tx, station }: Applying,
  carton: WireCarton,
): Promise<readonly Flag[]> => {
  const { reference_no, carton_code } = carton
  const lines = await lineRights(tx, reference_no, carton_code)
  const flags: Flag[] = []
  for (const { sku, quantity } of carton.box_details) {
    const line = lines.get(sku)
    if (line === undefined) continue
    const own = Math.min(quantity, line.unspent.get(station.stationId) ?? 0)
    await addUnspent(tx, { reference_no, sku, station_id: station.stationId }, -own)
    const lacking = quantity - own - Math.max(0, line.pool)
    // More than was ordered at all is told as over-packed.
    if (lacking > 0 && line.spent + quantity <= line.ordered) {
      const message = `${sku}: other stations hold the rights to ${lacking} of ${quantity}`
      flags.push({ code: 'rights-exceeded', message })
    }
  }
  const { rights_exception: exception } = carton
  if (exception !== undefined) {
    const message = `packed without rights by leave of ${exception.supervisor}: ${exception.reason}`
    flags.push({ code: 'rights-exception', message })
  }
  return flags
}

/**
 * Gives the contents of a carton that no longer counts back to the station that says so.
 * What went beyond the order comes back to nobody.
 */
export const unspendRights = async (
  { tx, station }: Applying,
  referenceNo: string,
  cartonCode: string,
): Promise<void> => {
  const contents = await tx
    .selectFrom('carton_contents')
    .select(['sku', 'quantity'])
    .where('carton_code', '=', cartonCode)
    .execute()
  const lines = await lineRights(tx, referenceNo, cartonCode)
  for (const { sku, quantity } of contents) {
    const units = Math.min(quantity, Math.max(0, lines.get(sku)?.pool ?? 0))
    await addUnspent(tx, { reference_no: referenceNo, sku, station_id: station.stationId }, units)
  }
}
