import { setTimeout as passed } from 'node:timers/promises'
import type { CupsJob, CupsQueue } from './cups-queue.ts'
import { interrupted, unreachable } from './problems.ts'
import type { SendLimits, SendOutcome, Transport } from './transport.ts'

/** How often the scheduler is asked what became of a job, in milliseconds. */
const lookMs = 40
/** How long a job that was called back may take to come to its end, in milliseconds. */
const callBackMs = 5_000

/** No single question to the scheduler may hang. */
const within = ({ signal, stallMs }: SendLimits): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(stallMs)])

/** Why a job did not get to its end, in words for the log. */
const causeOf = (error: unknown, { signal }: SendLimits): unknown =>
  signal.aborted ? 'aborted' : error

/** Follows a job until it has come to its end; throws when it gets there no more by itself. */
const follow = async (queue: CupsQueue, id: number, limits: SendLimits): Promise<void> => {
  let moved = performance.now()
  let progress = ''
  for (;;) {
    const job = await queue.job(id, within(limits))
    if (job.state === 'completed') return
    if (job.state === 'cancelled') throw new Error('cancelled in the queue')
    if (job.state === 'aborted') throw new Error(job.trouble || 'given up by the queue')
    // Left to itself, the queue would print it once more from its beginning.
    if (job.state === 'waiting' && job.hasBegun) {
      throw new Error(job.trouble || 'sent back to the queue')
    }
    if (job.progress !== progress) moved = performance.now()
    progress = job.progress
    if (performance.now() - moved > limits.stallMs) throw new Error(job.trouble || 'stalled')
    await passed(lookMs, undefined, { signal: limits.signal })
  }
}

const ends: ReadonlySet<CupsJob['state']> = new Set(['completed', 'cancelled', 'aborted'])

/** Takes a job back, and tells what is known of it then; null when that is nothing. */
const callBack = async (queue: CupsQueue, id: number): Promise<CupsJob | null> => {
  const signal = AbortSignal.timeout(callBackMs)
  try {
    const { state: before } = await queue.job(id, signal)
    // One that has ended meanwhile cannot be cancelled: the look behind it tells.
    await queue.cancel(id, signal).catch(() => undefined)
    for (;;) {
      const job = await queue.job(id, signal)
      if (ends.has(job.state)) return job
      // Nobody carries its bytes, so that the scheduler has no end to wait for and never tells one.
      if (job.state === 'ending' && before === 'waiting') return job
      await passed(lookMs, undefined, { signal })
    }
  } catch {
    return null
  }
}

/**
 * Nothing of ours may come out of the queue later, neither a label that was given up for lost nor one of a program that
 * has died, and nothing may come out twice because the queue tries again by itself.
 */
const makeReady = async (queue: CupsQueue, signal: AbortSignal): Promise<void> => {
  for (const id of await queue.open(signal)) {
    if ((await callBack(queue, id)) === null) throw new Error('busy')
  }
  const { isStopped, errorPolicy } = await queue.printer(signal)
  if (isStopped) throw new Error('paused')
  if (errorPolicy === 'retry-current-job') throw new Error(errorPolicy)
}

/** Raw printing through a queue of CUPS. A job that is not printed in time is taken back out of the queue. */
export const createCupsTransport = (queue: CupsQueue, address: string): Transport => {
  const details = { address }
  const sendJob = async (
    id: number,
    bytes: Uint8Array,
    limits: SendLimits,
  ): Promise<SendOutcome> => {
    try {
      await queue.give(id, bytes, within(limits))
      await follow(queue, id, limits)
      return { kind: 'sent' }
    } catch (error) {
      const cause = causeOf(error, limits)
      const job = await callBack(queue, id)
      if (job?.state === 'completed') return { kind: 'sent' }
      return job?.hasBegun === false ? unreachable(cause, details) : interrupted(cause, details)
    }
  }
  return {
    send: async (bytes, limits) => {
      if (limits.signal.aborted) return unreachable('aborted', details)
      let id: number
      try {
        const signal = within(limits)
        await makeReady(queue, signal)
        id = await queue.create(signal)
      } catch (error) {
        return unreachable(causeOf(error, limits), details)
      }
      return sendJob(id, bytes, limits)
    },
  }
}
