import type { PrinterView, PrintJobView } from '#shared/contract/printing-views.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import type { TagTone } from '#renderer/ui/tag.tsx'

export const queueFilters = ['all', 'waiting', 'hand', 'out', 'withdrawn'] as const
export type QueueFilter = (typeof queueFilters)[number]

const filterOf = {
  allocated: 'waiting',
  rendered: 'waiting',
  sending: 'waiting',
  sent: 'out',
  confirmed: 'out',
  uncertain: 'hand',
  failed: 'hand',
  withdrawn: 'withdrawn',
} as const satisfies Record<PrintState, QueueFilter>

const placeOf = ({ cartonCode, revision, side, page }: PrintJobView): string =>
  `${cartonCode}/${revision}/${side}/${page}`

/** Labels whose place on the carton a newer copy has taken. */
export const replacedJobs = (jobs: readonly PrintJobView[]): ReadonlySet<number> => {
  const newest = new Map<string, number>()
  for (const job of jobs) {
    newest.set(placeOf(job), Math.max(job.copy, newest.get(placeOf(job)) ?? 0))
  }
  const isReplaced = (job: PrintJobView): boolean => job.copy < (newest.get(placeOf(job)) ?? 0)
  return new Set(jobs.filter(isReplaced).map(({ jobId }) => jobId))
}

type Grouped = ReadonlyMap<number, Exclude<QueueFilter, 'all'>>

/** Neither a label that must not be on its carton nor one with a newer copy needs a hand. */
const groupsOf = (jobs: readonly PrintJobView[]): Grouped => {
  const replaced = replacedJobs(jobs)
  return new Map(
    jobs.map(({ jobId, state, age }) => {
      const group = filterOf[state]
      if (group !== 'hand' || (age === null && !replaced.has(jobId))) return [jobId, group]
      return [jobId, state === 'uncertain' ? 'out' : 'withdrawn']
    }),
  )
}

export interface QueueRows {
  readonly counts: Readonly<Record<QueueFilter, number>>
  /** What needs a hand first, then what waits in the order in which it will print, then the rest, newest first. */
  readonly shown: readonly PrintJobView[]
}

const places = { hand: 0, waiting: 1, out: 2, withdrawn: 2 } as const

/** The labels as the list shows them. */
export const queueRows = (jobs: readonly PrintJobView[], filter: QueueFilter): QueueRows => {
  const groups = groupsOf(jobs)
  const groupOf = ({ jobId }: PrintJobView) => groups.get(jobId) ?? 'out'
  const counts = { all: jobs.length, waiting: 0, hand: 0, out: 0, withdrawn: 0 }
  for (const job of jobs) counts[groupOf(job)] += 1
  const shown = jobs
    .filter((job) => filter === 'all' || groupOf(job) === filter)
    .toSorted((one, other) => {
      const place = places[groupOf(one)]
      const apart = place - places[groupOf(other)]
      if (apart !== 0) return apart
      return place === places.out ? other.jobId - one.jobId : one.jobId - other.jobId
    })
  return { counts, shown }
}

/** Labels that can still be taken back without anybody noticing at the printer. */
export const withdrawable = (jobs: readonly PrintJobView[]): readonly number[] =>
  jobs
    .filter(({ state }) => state === 'allocated' || state === 'rendered')
    .map(({ jobId }) => jobId)

/** The label somebody is asked about first: nobody knows whether it came out, and no copy of it was made since. */
export const askedAbout = (jobs: readonly PrintJobView[]): PrintJobView | null => {
  const replaced = replacedJobs(jobs)
  return (
    jobs.find(
      ({ age, jobId, state }) => state === 'uncertain' && age === null && !replaced.has(jobId),
    ) ?? null
  )
}

export interface JobDeeds {
  readonly again: boolean
  readonly withdraw: boolean
}

/** What may be done with a label now. */
export const jobDeeds = ({ state, age }: PrintJobView): JobDeeds => ({
  again: age === null && ['sent', 'confirmed', 'uncertain', 'failed', 'withdrawn'].includes(state),
  withdraw: state === 'allocated' || state === 'rendered' || state === 'failed',
})

export const stateTones = {
  allocated: 'plain',
  rendered: 'plain',
  sending: 'brand',
  sent: 'brand',
  confirmed: 'ok',
  uncertain: 'warn',
  failed: 'bad',
  withdrawn: 'plain',
} as const satisfies Record<PrintState, TagTone>

/** Which label of the carton it is. */
export const labelName = ({ side }: Pick<PrintJobView, 'side'>): Sentence =>
  sentence(side === 1 ? 'printing.front' : 'printing.side')

/** What tells it from other labels of the same face. */
export const labelMarks = (job: PrintJobView): readonly Sentence[] => [
  ...(job.page > 1 ? [sentence('printing.page', { page: job.page })] : []),
  job.copy === 0 ? sentence('printing.original') : sentence('printing.copy', { copy: job.copy }),
  ...(job.revision === 0 ? [sentence('printing.planned')] : []),
  ...(job.revision > 1 ? [sentence('printing.revision', { revision: job.revision })] : []),
]

export const stateSentence = (job: PrintJobView, printers: readonly PrinterView[]): Sentence => {
  const isWaiting = job.state === 'allocated' || job.state === 'rendered'
  const isHeld = printers.some(({ id, hold }) => id === job.printerId && hold !== null)
  return sentence(`printing.state.${isWaiting && isHeld ? 'held' : job.state}`)
}

export interface JobNote {
  readonly said: Sentence
  /** Its facts are for a shift lead. */
  readonly error: ErrorShape | null
}

/** Why it is so and what to do, the most important first; null where the state says all. */
export const jobNote = (job: PrintJobView, isReplaced: boolean): JobNote | null => {
  if (job.age !== null) return { said: sentence(`printing.age.${job.age}`), error: null }
  if (job.state === 'uncertain' && isReplaced) {
    return { said: sentence('printing.replaced'), error: null }
  }
  if (job.problem !== null) {
    return { said: errorSentence(job.problem), error: job.problem }
  }
  const reason = job.withdrawnReason ?? job.reason
  return reason === null ? null : { said: sentence('printing.because', { reason }), error: null }
}
