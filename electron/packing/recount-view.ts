import { cartonUnits } from '#shared/domain/carton.ts'
import { compareCount, countAgrees, countOf } from '#shared/domain/recount.ts'
import type { Sku } from '#shared/domain/order.ts'
import type { RecountView } from '#shared/contract/recount-views.ts'
import type { StoredCarton } from './carton-records.ts'
import type { RunningRecount } from './recount-records.ts'

type Names = (sku: Sku) => { readonly nameZh: string; readonly nameEn: string }

/** What may be seen of a recount: while it goes on, nothing of what the carton should hold. */
export const activeRecount = (
  { expected, scans, revision }: RunningRecount,
  carton: StoredCarton,
  names: Names,
): NonNullable<RecountView['active']> => {
  const counted = countOf(scans)
  const compared = expected === null ? null : compareCount(expected, scans)
  return {
    orderNo: carton.orderNo,
    cartonCode: carton.code,
    cartonNo: carton.cartonNo,
    revision,
    phase: expected === null ? 'counting' : 'finished',
    counted: counted.map(({ sku, quantity }) => ({ sku, ...names(sku), units: quantity })),
    units: cartonUnits(counted),
    differences: compared?.map((line) => ({ ...line, ...names(line.sku) })) ?? null,
    matches: compared === null ? null : countAgrees(compared),
  }
}
