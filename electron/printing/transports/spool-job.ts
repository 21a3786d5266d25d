import type { SpoolJob } from './spooler.ts'

/** JOB_STATUS_… of winspool.h. */
export const jobStatus = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  restart: 0x800,
  complete: 0x1000,
} as const

const { paused, error, deleting, printing, offline, paperOut } = jobStatus
const { printed, deleted, blocked, userIntervention, restart, complete } = jobStatus

/** What only a job is told of that was, or is, on its way to the printer. */
const begun = printing | printed | complete | error | paperOut | userIntervention | restart
/** A job does not print in these; when it is gone the next moment, it was more likely removed than printed. */
const heldUp = paused | offline | paperOut | blocked | userIntervention

/** What is known of a job by all that was seen of it. */
export interface JobSeen {
  /** As it was seen last; null when it is gone, or was not looked at yet. */
  readonly job: SpoolJob | null
  /** Some of it may be on paper. */
  readonly hasBegun: boolean
  /** Null while it is in the queue. */
  readonly end: 'printed' | 'taken away' | 'job error' | null
}

export const notSeen: JobSeen = { job: null, hasBegun: false, end: null }

const has = (job: SpoolJob | null, bits: number): boolean =>
  job !== null && (job.status & bits) !== 0

/** A look at the queue; `job` is null when the job is gone. */
export const see = (before: JobSeen, job: SpoolJob | null): JobSeen => {
  if (job === null) {
    return {
      ...before,
      job,
      end: before.end ?? (has(before.job, heldUp) ? 'taken away' : 'printed'),
    }
  }
  const hasBegun = before.hasBegun || has(job, begun) || job.pagesPrinted > 0
  if (has(job, printed | complete)) return { job, hasBegun, end: 'printed' }
  if (has(job, deleting | deleted)) return { job, hasBegun, end: 'taken away' }
  return { job, hasBegun, end: has(job, error) ? 'job error' : null }
}

/** Anything that says that the job, or what stands before it, goes on. */
export const hasMoved = ({ job: before }: JobSeen, { job: after }: JobSeen): boolean =>
  before?.status !== after?.status ||
  before?.position !== after?.position ||
  before?.size !== after?.size ||
  before?.pagesPrinted !== after?.pagesPrinted

/** It stands still and nothing of it was printed: when it is deleted now, it never is. */
export const isUntouched = ({ job, hasBegun }: JobSeen): boolean => !hasBegun && has(job, paused)

/** Deleted, or about to be. */
export const isOut = ({ job, hasBegun }: JobSeen): boolean =>
  !hasBegun && (job === null || has(job, deleting | deleted))
