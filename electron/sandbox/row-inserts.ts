import { rowInsert } from './row-insert.ts'
import type { SandboxTables } from './tables.ts'

const cartonState = [
  'reference_no',
  'box_no',
  'revision',
  'status',
  'station_id',
  'sealed_facts',
  'body',
] as const

const logInserts = () => ({
  commands: rowInsert<SandboxTables['commands']>(
    ['station_id', 'epoch', 'seq', 'type', 'payload', 'hash', 'result', 'received_at'],
    (tx, rows) => tx.insertInto('commands').values(rows),
  ),
  flags: rowInsert<SandboxTables['flags']>(
    ['station_id', 'epoch', 'seq', 'position', 'carton_code', 'code', 'message'],
    (tx, rows) => tx.insertInto('flags').values(rows),
  ),
  quarantine: rowInsert<SandboxTables['quarantine']>(
    ['station_id', 'epoch', 'seq', 'type', 'payload', 'at'],
    (tx, rows) => tx.insertInto('quarantine').values(rows),
  ),
})

const ledgerInserts = () => ({
  /** New ones, and the state of those that are there. */
  cartons: rowInsert<SandboxTables['cartons']>(['carton_code', ...cartonState], (tx, rows) =>
    tx
      .insertInto('cartons')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .column('carton_code')
          .doUpdateSet((eb) =>
            Object.fromEntries(cartonState.map((name) => [name, eb.ref(`excluded.${name}`)])),
          ),
      ),
  ),
  contents: rowInsert<SandboxTables['carton_contents']>(
    ['carton_code', 'sku', 'quantity'],
    (tx, rows) => tx.insertInto('carton_contents').values(rows),
  ),
  rights: rowInsert<SandboxTables['rights']>(
    ['reference_no', 'sku', 'station_id', 'unspent', 'carried'],
    (tx, rows) =>
      tx
        .insertInto('rights')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['reference_no', 'sku', 'station_id']).doUpdateSet((eb) => ({
            unspent: eb.ref('excluded.unspent'),
            carried: eb.ref('excluded.carried'),
          })),
        ),
  ),
  labels: rowInsert<SandboxTables['labels']>(
    ['carton_code', 'revision', 'side', 'page', 'copy', 'sha256', 'at'],
    (tx, rows) =>
      tx
        .insertInto('labels')
        .values(rows)
        // Another station may have told of the same label at this moment.
        .onConflict((conflict) => conflict.doNothing()),
  ),
  recounts: rowInsert<SandboxTables['recounts']>(
    ['carton_code', 'station_id', 'epoch', 'seq', 'body'],
    (tx, rows) => tx.insertInto('recounts').values(rows),
  ),
})

/** The inserts that batches of commands make, for one database: each keeps the statements of its dialect. */
export const createRowInserts = () => ({ ...logInserts(), ...ledgerInserts() })
export type RowInserts = ReturnType<typeof createRowInserts>
