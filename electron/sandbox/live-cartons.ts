import { cartonSchema, type WireCarton } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { liveStatuses } from './packed-units.ts'

/** The cartons of an order that count, by number. */
export const liveCartons = async (
  tx: Database,
  referenceNo: string,
): Promise<readonly WireCarton[]> => {
  const rows = await tx
    .selectFrom('cartons')
    .select('body')
    .where('reference_no', '=', referenceNo)
    .where('status', 'in', liveStatuses)
    .orderBy('box_no')
    .orderBy('carton_code')
    .execute()
  return rows.map(({ body }) => cartonSchema.parse(JSON.parse(body)))
}
