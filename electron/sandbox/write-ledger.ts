import type { Changes } from './ledger.ts'
import type { Applying } from './outcome.ts'

/** Writes what a run of facts changed. */
export const writeLedger = async (
  { tx, inserts }: Pick<Applying, 'tx' | 'inserts'>,
  changes: Changes,
): Promise<void> => {
  await inserts.cartons(tx, changes.cartons)
  if (changes.packedAnew.length > 0) {
    const codes = changes.packedAnew.map(({ carton_code }) => carton_code)
    await tx.deleteFrom('carton_contents').where('carton_code', 'in', codes).execute()
  }
  const contents = changes.packedAnew.flatMap(({ carton_code, contents: packed }) =>
    [...packed].map(([sku, quantity]) => ({ carton_code, sku, quantity })),
  )
  await inserts.contents(tx, contents)
  await inserts.rights(tx, changes.rights)
  await inserts.labels(tx, changes.labels)
  await inserts.recounts(tx, changes.recounts)
}
