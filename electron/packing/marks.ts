import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import type { LabelView } from '#shared/contract/views.ts'
import type { CartonRecords, StoredCarton } from './carton-records.ts'

/** What packing needs of the print journal. */
export interface MarkJournal {
  /** Inside the sealing transaction: one `allocated` job a label. */
  allocate(mark: BoxMarkInput, labels: readonly MarkLabel[]): void
  jobsOf(code: CartonCode, revision: number): readonly LabelView[]
  /** Inside the transaction of the scan that proved it. */
  confirm(jobId: number): void
}

type CartonMarks = Pick<CartonRecords, 'marksScannedBack'>

export interface LabelProgress {
  readonly total: number
  readonly confirmed: number
  /** Every label of the set came out, or was at least scanned back. */
  readonly printed: boolean
  /** The next label to scan back: the newest printed job at its place, if there is one. */
  readonly next: { readonly jobId: number } | null
}

const out: ReadonlySet<PrintState> = new Set(['sent', 'confirmed'])
const scannable: ReadonlySet<PrintState> = new Set(['sent', 'uncertain'])

/** How far the mark set of one carton revision is; originals and their copies share a place on the carton. */
export const labelProgress = (jobs: readonly LabelView[]): LabelProgress => {
  const places = Map.groupBy(jobs, (job) => `${job.side}/${job.page}`)
  const sets = [...places.values()]
  const open = sets.filter((set) => set.every((job) => job.state !== 'confirmed'))
  const candidate = open[0]
    ?.filter((job) => scannable.has(job.state))
    .toSorted((a, b) => b.copy - a.copy)[0]
  return {
    total: sets.length,
    confirmed: sets.length - open.length,
    printed: sets.length > 0 && sets.every((set) => set.some((job) => out.has(job.state))),
    next: candidate === undefined ? null : { jobId: candidate.jobId },
  }
}

/**
 * Labels that were printed ahead are scanned when their carton is opened, which proves that they came out; that they are on
 * the carton only the scans after its seal prove.
 */
const asScannedBack = (jobs: readonly LabelView[], scans: number): readonly LabelView[] => {
  const places = [...new Set(jobs.map(({ side, page }) => `${side}/${page}`))]
  return jobs.map((job) => {
    if (places.indexOf(`${job.side}/${job.page}`) < scans) return { ...job, state: 'confirmed' }
    return job.state === 'confirmed' ? { ...job, state: 'sent' } : job
  })
}

/** The labels of a sealed carton's current marks; `confirmed` are those that were scanned back. */
export const cartonLabels = (
  parts: { readonly marks: Pick<MarkJournal, 'jobsOf'>; readonly cartons: CartonMarks },
  { code, markRevision }: Pick<StoredCarton, 'code' | 'markRevision'>,
): readonly LabelView[] => {
  const jobs = parts.marks.jobsOf(code, markRevision)
  return markRevision === 0 ? asScannedBack(jobs, parts.cartons.marksScannedBack(code)) : jobs
}

/** What the screens show of a print job. */
export const labelView = (job: LabelView): LabelView => ({
  jobId: job.jobId,
  side: job.side,
  page: job.page,
  copy: job.copy,
  revision: job.revision,
  state: job.state,
  problem: job.problem,
})
