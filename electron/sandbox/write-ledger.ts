import type { Database } from './database.ts'
import { inStatements } from './in-statements.ts'
import type { Changes } from './ledger.ts'

const cartonState = [
  'reference_no',
  'box_no',
  'revision',
  'status',
  'station_id',
  'sealed_facts',
  'body',
] as const

/** Writes what a run of facts changed. */
export const writeLedger = async (tx: Database, changes: Changes): Promise<void> => {
  const cartons = changes.cartons.map(({ contents: _, ...row }) => row)
  for (const rows of inStatements(cartons)) {
    await tx
      .insertInto('cartons')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .column('carton_code')
          .doUpdateSet((eb) =>
            Object.fromEntries(cartonState.map((name) => [name, eb.ref(`excluded.${name}`)])),
          ),
      )
      .execute()
  }
  if (changes.packedAnew.length > 0) {
    const codes = changes.packedAnew.map(({ carton_code }) => carton_code)
    await tx.deleteFrom('carton_contents').where('carton_code', 'in', codes).execute()
  }
  const contents = changes.packedAnew.flatMap(({ carton_code, contents: packed }) =>
    [...packed].map(([sku, quantity]) => ({ carton_code, sku, quantity })),
  )
  for (const rows of inStatements(contents)) {
    await tx.insertInto('carton_contents').values(rows).execute()
  }
  for (const rows of inStatements(changes.rights)) {
    await tx
      .insertInto('rights')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['reference_no', 'sku', 'station_id']).doUpdateSet((eb) => ({
          unspent: eb.ref('excluded.unspent'),
          carried: eb.ref('excluded.carried'),
        })),
      )
      .execute()
  }
  for (const rows of inStatements(changes.labels)) {
    await tx
      .insertInto('labels')
      .values(rows)
      // Another station may have told of the same label at this moment.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  for (const rows of inStatements(changes.recounts)) {
    await tx.insertInto('recounts').values(rows).execute()
  }
}
