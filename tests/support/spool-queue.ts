import { jobStatus } from '#electron/printing/transports/spool-job.ts'
import type { SpoolJob } from '#electron/printing/transports/spooler.ts'
import { win32Error } from '#electron/printing/transports/win32-error.ts'

/** A job of the queue; `data` grows while it is spooled. */
export interface QueuedJob {
  readonly id: number
  readonly name: string
  data: Buffer
  printed: number
  isSpooling: boolean
  isPaused: boolean
  isDeleting: boolean
  /** Its bytes are on their way to the printer, or have been. */
  hasBegun: boolean
  isDone: boolean
}

/** How a queue behaves, all of which can be changed while it works. */
export interface QueueMood {
  isOn: boolean
  isPaused: boolean
  /** The port fails: what prints stops with an error. */
  isBroken: boolean
  /** "Start printing immediately": while the job is still written. */
  startsEarly: boolean
  /** "Keep printed documents". */
  keepsDocuments: boolean
  /** Bytes that the printer takes at a turn. */
  pace: number
  /** Bytes until its paper runs out. */
  paper: number
}

/** The queue of one printer, in memory, as the documentation of Windows describes it. */
export const createSpoolQueue = () => {
  const mood: QueueMood = {
    isOn: true,
    isPaused: false,
    isBroken: false,
    startsEarly: false,
    keepsDocuments: false,
    pace: 4096,
    paper: Infinity,
  }
  const paper: Buffer[] = []
  let jobs: QueuedJob[] = []
  let lastId = 0

  const drop = (job: QueuedJob): void => {
    jobs = jobs.filter((other) => other !== job)
  }
  const find = (id: number): QueuedJob => {
    const job = jobs.find((candidate) => candidate.id === id)
    if (job === undefined) throw win32Error('SetJob', 87)
    return job
  }

  const statusOf = (job: QueuedJob): number =>
    (job.isPaused ? jobStatus.paused : 0) |
    (job.isDeleting ? jobStatus.deleting : 0) |
    (job.isSpooling ? jobStatus.spooling : 0) |
    (job.hasBegun && !job.isDone ? jobStatus.printing : 0) |
    (job.isDone ? jobStatus.printed : 0) |
    (mood.isBroken && jobs[0] === job ? jobStatus.error : 0) |
    (mood.isOn || job.isDone || jobs[0] !== job ? 0 : jobStatus.offline)

  /** A moment of the printer's life: some bytes of the first job that may print. */
  const turn = (): void => {
    for (const job of jobs) {
      if (job.isDeleting && !job.isSpooling) drop(job)
      else if (job.isDone && !mood.keepsDocuments) drop(job)
    }
    if (!mood.isOn || mood.isPaused || mood.isBroken || mood.paper <= 0) return
    const job = jobs.find(
      ({ isPaused, isDeleting, isDone, isSpooling }) =>
        !isPaused && !isDeleting && !isDone && (!isSpooling || mood.startsEarly),
    )
    if (job === undefined) return
    if (!job.hasBegun && job.isSpooling && job.data.length === 0) return
    job.hasBegun = true
    const piece = job.data.subarray(job.printed, job.printed + Math.min(mood.pace, mood.paper))
    paper.push(piece)
    mood.paper -= piece.length
    job.printed += piece.length
    if (!job.isSpooling && job.printed === job.data.length) job.isDone = true
  }

  return {
    mood,
    turn,
    begin: (name = "somebody else's"): QueuedJob => {
      lastId += 1
      const job: QueuedJob = {
        id: lastId,
        name,
        data: Buffer.alloc(0),
        printed: 0,
        isSpooling: true,
        isPaused: false,
        isDeleting: false,
        hasBegun: false,
        isDone: false,
      }
      jobs.push(job)
      return job
    },
    look: (id: number): SpoolJob | null => {
      const job = jobs.find((candidate) => candidate.id === id)
      if (job === undefined) return null
      const position = jobs.indexOf(job) + 1
      return { status: statusOf(job), position, size: job.data.length, pagesPrinted: 0 }
    },
    pauseJob: (id: number): void => {
      find(id).isPaused = true
    },
    deleteJob: (id: number): void => {
      const job = find(id)
      job.isDeleting = true
      // What is being written or printed goes when its writer, or the printer, has let go of it.
      if (!job.isSpooling && !job.hasBegun) drop(job)
    },
    drop,
    jobs: (): readonly QueuedJob[] => jobs,
    /** Everything that stands in the way of printing is cleared away. */
    release: (): void => {
      mood.isOn = true
      mood.isPaused = false
      mood.isBroken = false
      for (const job of jobs) job.isPaused = false
    },
    onPaper: (): Buffer => Buffer.concat(paper),
  }
}

export type SpoolQueue = ReturnType<typeof createSpoolQueue>
