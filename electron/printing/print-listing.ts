import { sql } from 'kysely'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { labelAge, type LabelAge } from '#shared/domain/print-journal.ts'
import type { Store } from '#electron/store/index.ts'
import { jobOf } from './journal-entry.ts'
import type { PrintJob } from './print-job.ts'

/** A print job with the carton it is for, and whether its label is still good. */
export interface ListedJob extends PrintJob {
  readonly orderNo: string
  readonly cartonNo: number
  readonly age: LabelAge
}

// The mark itself, which may be long, is left where it is.
const listed = sql<string>`json_object('orderNo', json_extract(print_jobs.mark, '$.orderNo'), 'cartonNo', json_extract(print_jobs.mark, '$.cartonNo'))`
// A literal, so that SQLite sees that the partial index fits.
const open = sql<boolean>`print_jobs.state in ('allocated', 'rendered', 'sending', 'uncertain', 'failed')`

const prepareListing = (store: Store) => {
  const columns = [
    'print_jobs.id',
    'print_jobs.carton_code',
    'print_jobs.revision',
    'print_jobs.side',
    'print_jobs.page',
    'print_jobs.copy',
    'print_jobs.printer_id',
    'print_jobs.state',
    'print_jobs.sha256',
    'print_jobs.problem',
    'print_jobs.reason',
    'print_jobs.withdrawn_reason',
    'print_jobs.created_at',
    'print_jobs.changed_at',
    'cartons.mark_revision as carton_revision',
    'cartons.state as carton_state',
    listed.as('mark'),
  ] as const
  return {
    open: store.prepare()((db) =>
      db
        .selectFrom('print_jobs')
        .leftJoin('cartons', 'cartons.code', 'print_jobs.carton_code')
        .select(columns)
        .where(open)
        .orderBy('print_jobs.id'),
    ),
    newest: store.prepare<{ count: number }>()((db, param) =>
      db
        .selectFrom('print_jobs')
        .leftJoin('cartons', 'cartons.code', 'print_jobs.carton_code')
        .select(columns)
        .orderBy('print_jobs.id', 'desc')
        .limit(param('count')),
    ),
    counts: store.prepare()((db) =>
      db
        .selectFrom('print_jobs')
        .leftJoin('cartons', 'cartons.code', 'print_jobs.carton_code')
        .select(['print_jobs.state', (column) => column.fn.countAll<number>().as('jobs')])
        .where(open)
        .where(
          sql<boolean>`cartons.code is null or (cartons.state <> 'voided' and cartons.mark_revision <= print_jobs.revision)`,
        )
        .groupBy('print_jobs.state'),
    ),
    ofCarton: store.prepare<{ code: string }>()((db, param) =>
      db
        .selectFrom('print_jobs')
        .leftJoin('cartons', 'cartons.code', 'print_jobs.carton_code')
        .select(columns)
        .where('print_jobs.carton_code', '=', param('code'))
        .orderBy('print_jobs.id'),
    ),
  }
}

type ListedRow = ReturnType<ReturnType<typeof prepareListing>['open']['all']>[number]

const listedJob = (row: ListedRow): ListedJob => {
  const { orderNo, cartonNo } = JSON.parse(row.mark) as Pick<BoxMarkInput, 'orderNo' | 'cartonNo'>
  const carton =
    row.carton_state === null || row.carton_revision === null
      ? null
      : { state: row.carton_state, revision: row.carton_revision }
  return { ...jobOf(row), orderNo, cartonNo, age: labelAge(row.revision, carton) }
}

/** What is needed of the past, beside all that is open. */
const newestShown = 300

/** Read-only views of the print journal, for screens. */
export const createPrintListing = (store: Store) => {
  const statements = prepareListing(store)
  return {
    /**
     * All that waits, is under way or needs a hand, and the newest of the rest, in printing order. Of labels that must
     * not be printed any more nobody has to do anything: they are left out once they are no news.
     */
    queue: (): readonly ListedJob[] => {
      const jobs = new Map<number, ListedJob>()
      for (const row of statements.newest.all({ count: newestShown })) {
        jobs.set(row.id, listedJob(row))
      }
      for (const row of statements.open.all({})) {
        const job = listedJob(row)
        if (job.age === null) jobs.set(row.id, job)
      }
      return [...jobs.values()].toSorted((one, other) => one.jobId - other.jobId)
    },

    /** How many labels wait or are under way, and of how many somebody has to say whether they came out. */
    counts: (): { readonly waiting: number; readonly uncertain: number } => {
      let waiting = 0
      let uncertain = 0
      for (const { state, jobs } of statements.counts.all({})) {
        if (state === 'uncertain') uncertain += jobs
        else if (state !== 'failed') waiting += jobs
      }
      return { waiting, uncertain }
    },

    /** The label ledger: every label that was ever made for a carton, in printing order. */
    ledger: (code: CartonCode): readonly ListedJob[] =>
      statements.ofCarton.all({ code }).map(listedJob),
  }
}
