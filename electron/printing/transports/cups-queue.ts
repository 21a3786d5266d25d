import { hostname, userInfo } from 'node:os'
import type { IppClient } from '../ipp/client.ts'
import type { IppAttributes, IppField } from '../ipp/message.ts'

/** How a job stands in its queue. */
export interface CupsJob {
  readonly state: 'waiting' | 'printing' | 'ending' | 'completed' | 'cancelled' | 'aborted'
  /** It has been given to the printer at least once. */
  readonly hasBegun: boolean
  /** What the scheduler says of the printer's trouble; empty when all is well. */
  readonly trouble: string
  /** Changes whenever anything about the job does. */
  readonly progress: string
}

export interface CupsPrinter {
  /** Somebody or some trouble has stopped it: jobs are kept and not printed. */
  readonly isStopped: boolean
  /** What is done with a job that has failed, e.g. `stop-printer`. */
  readonly errorPolicy: string
}

/** A queue of the print scheduler CUPS, spoken to over IPP (RFC 8011). */
export interface CupsQueue {
  /** Our jobs that are still to print or are printing. */
  open(signal: AbortSignal): Promise<number[]>
  printer(signal: AbortSignal): Promise<CupsPrinter>
  /** A job without a document: nothing is printed yet. */
  create(signal: AbortSignal): Promise<number>
  /** From here on the job is printed. */
  give(job: number, bytes: Uint8Array, signal: AbortSignal): Promise<void>
  job(job: number, signal: AbortSignal): Promise<CupsJob>
  cancel(job: number, signal: AbortSignal): Promise<void>
}

/** Operations of RFC 8011 section 5.4.15. */
const operations = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const

/** Job states of RFC 8011 section 5.3.7; a stopped one is printed when the printer goes on. */
const states: ReadonlyMap<unknown, CupsJob['state']> = new Map([
  [3, 'waiting'],
  [4, 'waiting'],
  [5, 'printing'],
  [6, 'printing'],
  [7, 'cancelled'],
  [8, 'aborted'],
  [9, 'completed'],
])

/** Printer state of RFC 8011 section 5.4.11. */
const stopped = 5

const jobAttributes = [
  'job-state',
  'job-state-reasons',
  'job-printer-state-message',
  'job-printer-state-reasons',
  'number-of-intervening-jobs',
  'time-at-processing',
]

const readJob = (attributes: IppAttributes): CupsJob => {
  const state = states.get(attributes.get('job-state')?.[0])
  if (state === undefined) throw new RangeError('the job has no state')
  const message = attributes.get('job-printer-state-message')?.[0]
  // A cancelled job is called so before it is: whoever carries its bytes may still be at it.
  const isEnding =
    state === 'cancelled' &&
    (attributes.get('job-state-reasons') ?? []).includes('processing-to-stop-point')
  return {
    state: isEnding ? 'ending' : state,
    hasBegun: typeof attributes.get('time-at-processing')?.[0] === 'number',
    trouble: typeof message === 'string' ? message : '',
    progress: JSON.stringify([...attributes]),
  }
}

/** Jobs of this name are ours, and no other station's that shares the scheduler. */
const jobName = `Linkstar label from ${hostname()}`

export const createCupsQueue = (client: IppClient, name: string): CupsQueue => {
  const path = `/printers/${encodeURIComponent(name)}`
  // The scheduler finds the queue by its path, whatever the host is called.
  const printer: IppField = ['uri', 'printer-uri', `ipp://localhost${path}`]
  const user: IppField = ['name', 'requesting-user-name', userInfo().username]
  const ofJob = (job: number): readonly IppField[] => [printer, ['integer', 'job-id', job], user]

  return {
    open: async (signal) => {
      const { groups } = await client.ask(
        {
          path,
          code: operations.getJobs,
          operation: [
            printer,
            user,
            ['keyword', 'which-jobs', 'not-completed'],
            ['keyword', 'requested-attributes', 'job-id', 'job-name'],
          ],
        },
        signal,
      )
      return groups.flatMap((job) => {
        const id = job.get('job-id')?.[0]
        return typeof id === 'number' && job.get('job-name')?.[0] === jobName ? [id] : []
      })
    },
    printer: async (signal) => {
      const { groups } = await client.ask(
        {
          path,
          code: operations.getPrinterAttributes,
          operation: [
            printer,
            user,
            ['keyword', 'requested-attributes', 'printer-state', 'printer-error-policy'],
          ],
        },
        signal,
      )
      const said: IppAttributes = groups[0] ?? new Map()
      return {
        isStopped: said.get('printer-state')?.[0] === stopped,
        errorPolicy: String(said.get('printer-error-policy')?.[0] ?? ''),
      }
    },
    create: async (signal) => {
      const { groups } = await client.ask(
        {
          path,
          code: operations.createJob,
          operation: [printer, user, ['name', 'job-name', jobName]],
          // Neither the queue's banner pages nor its number of copies are for labels.
          job: [
            ['name', 'job-sheets', 'none'],
            ['integer', 'copies', 1],
          ],
        },
        signal,
      )
      const id = groups[0]?.get('job-id')?.[0]
      if (typeof id !== 'number') throw new RangeError('the scheduler gave the job no number')
      return id
    },
    give: async (job, document, signal) => {
      await client.ask(
        {
          path,
          code: operations.sendDocument,
          operation: [
            ...ofJob(job),
            // Handed on as it is, past every filter.
            ['mediaType', 'document-format', 'application/vnd.cups-raw'],
            ['boolean', 'last-document', true],
          ],
          document,
        },
        signal,
      )
    },
    job: async (job, signal) => {
      const { groups } = await client.ask(
        {
          path,
          code: operations.getJobAttributes,
          operation: [...ofJob(job), ['keyword', 'requested-attributes', ...jobAttributes]],
        },
        signal,
      )
      return readJob(groups[0] ?? new Map())
    },
    cancel: async (job, signal) => {
      await client.ask({ path, code: operations.cancelJob, operation: ofJob(job) }, signal)
    },
  }
}
