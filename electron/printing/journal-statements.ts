import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

const jobColumns = [
  'print_jobs.id',
  'print_jobs.carton_code',
  'print_jobs.revision',
  'print_jobs.side',
  'print_jobs.page',
  'print_jobs.copy',
  'print_jobs.printer_id',
  'print_jobs.state',
  'print_jobs.mark',
  'print_jobs.sha256',
  'print_jobs.problem',
  'print_jobs.reason',
  'print_jobs.withdrawn_reason',
  'print_jobs.created_at',
  'print_jobs.changed_at',
] as const

// A literal, so that SQLite sees that the partial index fits.
const waiting = sql<boolean>`print_jobs.state in ('allocated', 'rendered')`

/** Every statement of the print journal. */
export const prepareJournal = (store: Store) => ({
  insert: store.prepare<{
    code: string
    revision: number
    side: number
    page: number
    copy: number
    printer: string
    mark: string
    reason: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('print_jobs').values((row) => ({
      carton_code: param('code'),
      revision: param('revision'),
      side: param('side'),
      page: param('page'),
      copy: param('copy'),
      printer_id: param('printer'),
      state: 'allocated',
      mark: param('mark'),
      reason: param('reason'),
      created_at: param('at'),
      changed_at: param('at'),
      after_event: row
        .selectFrom('carton_events')
        .select(({ fn, val }) => fn.coalesce(fn.max('id'), val(0)).as('last')),
      after_scan: row
        .selectFrom('scans')
        .select(({ fn, val }) => fn.coalesce(fn.max('id'), val(0)).as('last')),
      operator_id: row.selectFrom('signed_in').select('operator_id'),
    })),
  ),

  find: store.prepare<{ id: number }>()((db, param) =>
    db.selectFrom('print_jobs').select(jobColumns).where('id', '=', param('id')),
  ),

  ofCarton: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('print_jobs')
      .select(jobColumns)
      .where('carton_code', '=', param('code'))
      .orderBy('id'),
  ),

  /** The next job of a printer that is not held; labels of a set wait behind one of theirs that failed. */
  next: store.prepare<{ printer: string; after: number }>()((db, param) =>
    db
      .selectFrom('print_jobs')
      .select(jobColumns)
      .where('printer_id', '=', param('printer'))
      .where('print_jobs.id', '>', param('after'))
      .where(waiting)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('printer_holds')
              .select('printer_holds.printer_id')
              .whereRef('printer_holds.printer_id', '=', 'print_jobs.printer_id')
              .where('printer_holds.cause', 'is not', null),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('print_jobs as before')
              .select('before.id')
              .whereRef('before.carton_code', '=', 'print_jobs.carton_code')
              .whereRef('before.revision', '=', 'print_jobs.revision')
              .whereRef('before.id', '<', 'print_jobs.id')
              .where('before.state', '=', 'failed')
              .where(sql<boolean>`before.copy = 0 and print_jobs.copy = 0`),
          ),
        ),
      )
      .orderBy('print_jobs.id')
      .limit(1),
  ),

  waitingPrinters: store.prepare()((db) =>
    db.selectFrom('print_jobs').select('printer_id').distinct().where(waiting),
  ),

  inState: store.prepare<{ state: string }>()((db, param) =>
    db
      .selectFrom('print_jobs')
      .select(jobColumns)
      .where('state', '=', param('state'))
      .orderBy('id'),
  ),

  /** Labels of which no byte left because this printer was not there. */
  unreached: store.prepare<{ printer: string }>()((db, param) =>
    db
      .selectFrom('print_jobs')
      .select(jobColumns)
      .where('printer_id', '=', param('printer'))
      .where(sql<boolean>`print_jobs.state = 'failed'`)
      .where(sql<boolean>`json_extract(print_jobs.problem, '$.code') = 'printer-unreachable'`)
      .orderBy('id'),
  ),

  carton: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('cartons')
      .select(['mark_revision as revision', 'state'])
      .where('code', '=', param('code')),
  ),

  bytes: store.prepare<{ id: number }>()((db, param) =>
    db.selectFrom('label_bytes').select('bytes').where('job_id', '=', param('id')),
  ),

  move: store.prepare<{
    id: number
    from: string
    to: string
    problem: string | null
    at: string
  }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({ state: param('to'), problem: param('problem'), changed_at: param('at') })
      .where('id', '=', param('id'))
      .where('state', '=', param('from')),
  ),

  keepBytes: store.prepare<{ id: number; bytes: Uint8Array }>()((db, param) =>
    db
      .insertInto('label_bytes')
      .values({ job_id: param('id'), bytes: param('bytes') })
      .onConflict((conflict) => conflict.column('job_id').doUpdateSet({ bytes: param('bytes') })),
  ),

  /** Its bytes are kept. */
  rendered: store.prepare<{ id: number; sha256: string; at: string }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({ state: 'rendered', sha256: param('sha256'), changed_at: param('at') })
      .where('id', '=', param('id'))
      .where('state', '=', 'allocated'),
  ),

  withdraw: store.prepare<{ id: number; from: string; reason: string; at: string }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({
        state: 'withdrawn',
        withdrawn_reason: param('reason'),
        changed_at: param('at'),
      })
      .where('id', '=', param('id'))
      .where('state', '=', param('from')),
  ),

  /** The same job once more: nothing of it had left. */
  allocateAgain: store.prepare<{ id: number; printer: string; at: string }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({
        state: 'allocated',
        printer_id: param('printer'),
        sha256: null,
        problem: null,
        changed_at: param('at'),
      })
      .where('id', '=', param('id'))
      .where('state', '=', 'failed'),
  ),

  /** What was made and never left: it is made anew. */
  unrender: store.prepare<{ at: string }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({ state: 'allocated', sha256: null, changed_at: param('at') })
      .where('state', '=', 'rendered'),
  ),

  changeMark: store.prepare<{ id: number; mark: string }>()((db, param) =>
    db
      .updateTable('print_jobs')
      .set({ mark: param('mark') })
      .where('id', '=', param('id')),
  ),
})

export type JournalStatements = ReturnType<typeof prepareJournal>
export type JobRow = NonNullable<ReturnType<JournalStatements['find']['get']>>
