import { followJob } from './follow-job.ts'
import { interrupted, unreachable } from './problems.ts'
import { type JobSeen, notSeen } from './spool-job.ts'
import type { Spooler, SpoolPrinter } from './spooler.ts'
import { takeBack } from './take-back.ts'
import type { SendOutcome, Transport } from './transport.ts'
import { within } from './within.ts'

/** The one name of all our jobs: what stands in the window of the queue tells nobody what is packed. */
const documentName = 'Linkstar label'
// Small enough that every piece a slow printer takes is seen as progress.
const pieceLength = 65_536
/** So long may it take to take a job back, or to close what was opened; the program waits for it when it ends. */
const tidying = { signal: new AbortController().signal, stallMs: 3_000 }

/** One send: what was opened, and how far it has come. */
interface Attempt {
  /** Every call that was made; the handles are closed when the last has come back. */
  readonly calls: Set<Promise<unknown>>
  readonly handles: SpoolPrinter[]
  hasBegunDoc: boolean
  hasWritten: boolean
  isEnded: boolean
  seen: JobSeen
}

/**
 * Raw printing through the spooler of Windows. A job is sent when it has left the queue; one that does not get there is
 * taken back, since Windows would print it whenever the printer is on again.
 * @param pollMs how often the queue is looked at, in milliseconds
 */
export const createWinspoolTransport = (
  printerName: string,
  openSpooler: () => Promise<Spooler>,
  pollMs = 100,
): Transport => {
  const details = { address: `windows:${printerName}` }
  // A stuck call keeps one of the few threads of the program: a printer gets no other job until it has come back.
  let isStuck = false
  let loading: Promise<Spooler> | null = null
  /** Loaded with the first send, and once. */
  const loaded = async (): Promise<Spooler> => {
    loading ??= openSpooler()
    try {
      return await loading
    } catch (error) {
      loading = null
      throw error
    }
  }

  const end = async ({ calls, handles, hasBegunDoc, isEnded }: Attempt): Promise<void> => {
    while (calls.size > 0) await Promise.allSettled(calls)
    // Closing a document that is not ended would print what there is of it.
    if (hasBegunDoc && !isEnded) await handles[0]?.abortDoc().catch(() => undefined)
    await Promise.allSettled(handles.map((handle) => handle.close()))
  }

  const send: Transport['send'] = async (bytes, limits) => {
    if (limits.signal.aborted) return unreachable('aborted', details)
    if (isStuck) return unreachable('busy', details)
    const attempt: Attempt = {
      calls: new Set(),
      handles: [],
      hasBegunDoc: false,
      hasWritten: false,
      isEnded: false,
      seen: notSeen,
    }
    const call = <T>(running: Promise<T>): Promise<T> => {
      attempt.calls.add(running)
      const forget = (): void => void attempt.calls.delete(running)
      running.then(forget, forget)
      return within(running, limits)
    }
    const open = async (spooler: Spooler): Promise<SpoolPrinter> => {
      const handle = await spooler.open(printerName)
      attempt.handles.push(handle)
      return handle
    }
    let id: number | null = null

    const run = async (): Promise<SendOutcome> => {
      const spooler = await call(loaded())
      const writer = await call(open(spooler))
      const desk = await call(open(spooler))
      // What a program left there when it died must not be printed behind this label.
      // A queue that cannot be listed, as Wine's, prints all the same.
      const leftBehind = await call(desk.jobsOf(documentName).catch(() => []))
      for (const left of leftBehind) {
        await call(desk.control(left, 'delete'))
      }
      attempt.hasBegunDoc = true
      id = await call(writer.startDoc(documentName))
      for (let start = 0; start < bytes.length;) {
        attempt.hasWritten = true
        if (writer.isDirect) attempt.seen = { ...attempt.seen, hasBegun: true }
        const taken = await call(writer.write(bytes.subarray(start, start + pieceLength)))
        if (taken === 0) throw new Error('took nothing')
        start += taken
      }
      await call(writer.endDoc())
      attempt.isEnded = true
      const number = id
      const look = () => call(desk.job(number))
      for await (const seen of followJob(attempt.seen, look, limits, pollMs)) {
        attempt.seen = seen
      }
      if (attempt.seen.end !== 'printed') throw new Error(attempt.seen.end ?? 'gone')
      return { kind: 'sent' }
    }

    /** What is left to be said when a send came to no good end. */
    const giveUp = async (reason: unknown): Promise<SendOutcome> => {
      const [writer, desk] = attempt.handles
      if (!attempt.hasWritten || id === null || writer === undefined || desk === undefined) {
        return unreachable(reason, details)
      }
      const canAbort = !attempt.isEnded && attempt.calls.size === 0
      const taking = takeBack({
        desk,
        id,
        seen: attempt.seen,
        abortDoc: canAbort ? writer.abortDoc : null,
        isEnded: attempt.isEnded,
      })
      attempt.calls.add(taking)
      const forget = (): void => void attempt.calls.delete(taking)
      taking.then(forget, forget)
      const taken = await within(taking, tidying).catch(() => 'unknown' as const)
      if (taken === 'printed') return { kind: 'sent' }
      return taken === 'unprinted' ? unreachable(reason, details) : interrupted(reason, details)
    }

    isStuck = true
    const outcome = await run().catch(giveUp)
    const isLeft = attempt.calls.size > 0
    const ended = end(attempt).finally(() => {
      isStuck = false
    })
    // What has come to its end is closed before the next job begins; if even that hangs, the printer stays busy.
    if (!isLeft) await within(ended, tidying).catch(() => undefined)
    return outcome
  }
  return { send }
}
