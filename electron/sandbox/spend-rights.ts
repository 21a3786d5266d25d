import type { WireCarton } from '#shared/contract/linkstar-api.ts'
import type { Ledger, LedgerCarton } from './ledger.ts'
import type { Flag } from './outcome.ts'

/**
 * Spends the station's rights on a carton that is being sealed. What it holds no rights for comes out of the pool;
 * what the pool lacks belongs to other stations and is flagged.
 */
export const spendRights = (
  ledger: Ledger,
  stationId: string,
  carton: WireCarton,
): readonly Flag[] => {
  const flags: Flag[] = []
  for (const { sku, quantity } of carton.box_details) {
    const line = ledger.line(carton, sku)
    if (line === undefined) continue
    const own = Math.min(quantity, line.unspent.get(stationId) ?? 0)
    ledger.addUnspent({ reference_no: carton.reference_no, sku, station_id: stationId }, -own)
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
export const unspendRights = (ledger: Ledger, stationId: string, carton: LedgerCarton): void => {
  const { reference_no, contents } = carton
  for (const [sku, quantity] of contents) {
    const units = Math.min(quantity, Math.max(0, ledger.line(carton, sku)?.pool ?? 0))
    ledger.addUnspent({ reference_no, sku, station_id: stationId }, units)
  }
}
