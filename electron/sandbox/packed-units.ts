import type { Database } from './database.ts'

/** Cartons that count: sealed, and neither reopened nor voided since. */
export const liveStatuses = ['sealed', 'verified'] as const

/** Units of each SKU in the live cartons of an order. */
export const packedUnits = async (
  tx: Database,
  referenceNo: string,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('carton_contents')
    .innerJoin('cartons', 'cartons.carton_code', 'carton_contents.carton_code')
    .where('cartons.reference_no', '=', referenceNo)
    .where('cartons.status', 'in', liveStatuses)
    .groupBy('carton_contents.sku')
    .select((eb) => ['carton_contents.sku', eb.fn.sum<number>('quantity').as('packed')])
    .execute()
  return new Map(rows.map(({ sku, packed }) => [sku, packed]))
}
