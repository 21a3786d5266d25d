import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { createJournal } from './journal.ts'
import { jobOf, markOf } from './journal-entry.ts'
import type { LabelRenderer } from './label-renderer.ts'
import type { PrintJob } from './print-job.ts'
import { createPrintListing, type ListedJob } from './print-listing.ts'
import { createPrintQueue } from './print-queue.ts'
import type { Printer } from './printer.ts'
import type { PrinterHold } from './printer-holds.ts'
import { createReprints, type NextCopy } from './reprints.ts'

export interface PrintingParts {
  readonly store: Store
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly printers: readonly Printer[]
  readonly defaultPrinter: string
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly now: () => string
  /** Adds a fact to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  /** The store failed under the print queue. */
  readonly onFault: (error: unknown) => void
  /** No byte moving for this long ends a send, in milliseconds. */
  readonly stallMs?: number
}

/** Box marks on their way to paper. Every method is synchronous; what it changed is told after the commit. */
export interface Printing {
  /** One job a label. Call it inside the transaction that seals the carton, and `wake` after its commit. */
  allocate(mark: BoxMarkInput, labels: readonly MarkLabel[], reason?: string): readonly number[]
  /** Prints what waits. Call it once after the start too. */
  wake(): void
  /**
   * Failed labels are sent again as they are; uncertain ones are printed as counted copies. Without either, every
   * label of the set that is not scanned back gets a copy. Whoever asks has seen to the printer: if it is held,
   * it goes on. Throws AppError print-job-unknown.
   */
  reprint(code: CartonCode, revision: number, reason?: string): readonly number[]
  /** One more copy of a label of the newest revision. Throws AppError print-job-unknown, print-job-state. */
  copy(code: CartonCode, side: 1 | 2, page: number, reason: string): number
  /**
   * One label once more: as it is when no byte of it had left, else as a counted copy. Throws AppError print-job-unknown,
   * and print-job-state while it waits, is under way, or its carton has changed since.
   */
  again(jobId: number, reason: string): number
  /** Nothing is sent to this printer until it is resumed, through restarts too. Throws AppError printer-unknown. */
  hold(printerId: string, reason: string): void
  /** Goes on exactly where the printer stood, whatever it says of itself. Throws AppError printer-unknown. */
  resume(printerId: string): void
  /**
   * What keeps the printer from printing, in its own words, or null. While there is something, nothing is sent to it;
   * what waits goes on by itself afterwards, since no byte of it has left.
   */
  printerSays(printerId: string, trouble: AppError | null): void
  /** Takes jobs back of which no byte has left: all of them or none. Throws AppError print-job-unknown, print-job-state. */
  withdraw(jobIds: readonly number[], reason: string): void
  /** Why nothing is sent to the printer now: it is held, or says that it cannot print. */
  obstacleTo(printerId: string): AppError | null
  /** The printers that are held now. */
  holds(): readonly PrinterHold[]
  /** What waits, is under way, needs a hand, or was printed lately. */
  queue(): readonly ListedJob[]
  /** How many labels wait or are under way, and of how many nobody knows whether they came out. */
  counts(): { readonly waiting: number; readonly uncertain: number }
  /** Every label ever made for a carton. */
  ledger(code: CartonCode): readonly ListedJob[]
  /** What `copy` would print. Throws as it does. */
  nextCopy(code: CartonCode, side: 1 | 2, page: number): NextCopy
  /** Prints codes instead of names the font cannot write. Throws AppError print-job-state. */
  codesOnly(code: CartonCode): readonly number[]
  /** The label was scanned back: call it inside that scan's transaction. Throws AppError print-job-unknown, print-job-state. */
  confirm(jobId: number): void
  /** In printing order: those of one revision, or all. What waits for its printer has the reason as its problem. */
  jobsOf(code: CartonCode, revision?: number): readonly PrintJob[]
  /** What the labels of this revision say; null where there are none. */
  markOf(code: CartonCode, revision: number): BoxMarkInput | null
  /** Told after the commit, once a carton however many of its jobs changed. */
  onChange(listener: (code: CartonCode) => void): () => void
  /** A label is being rendered or sent now. */
  isBusy(): boolean
  /** Told after the commit when a printer was held or goes on. */
  onHold(listener: () => void): () => void
  close(): Promise<void>
}

const defaultStallMs = 15_000

const heldProblem = (hold: PrinterHold): AppError =>
  new AppError('printer-held', `${hold.printerId} is held`, {
    details: { printerId: hold.printerId, cause: hold.cause, reason: hold.reason },
  })

export const createPrinting = (parts: PrintingParts): Printing => {
  const listeners = new Set<(code: CartonCode) => void>()
  const touched = new Set<CartonCode>()

  // Transactions are synchronous, so a microtask runs when they have committed or been undone.
  const changed = (code: CartonCode): void => {
    if (touched.size === 0) {
      queueMicrotask(() => {
        const codes = [...touched]
        touched.clear()
        for (const each of codes) for (const listener of listeners) listener(each)
      })
    }
    touched.add(code)
  }

  const holdListeners = new Set<() => void>()
  let isHoldTold = true
  const holdChanged = (): void => {
    if (!isHoldTold) return
    isHoldTold = false
    queueMicrotask(() => {
      isHoldTold = true
      for (const listener of holdListeners) listener()
    })
  }

  const journal = createJournal({ ...parts, changed, holdChanged })
  const listing = createPrintListing(parts.store)
  const reprints = createReprints(parts.store, journal)
  const troubles = new Map<string, AppError>()
  const queue = createPrintQueue({
    ...parts,
    journal,
    stallMs: parts.stallMs ?? defaultStallMs,
    isBlocked: (printerId) => troubles.has(printerId),
  })
  journal.recover(() => true)
  journal.makeAnew()

  const thenWake = <T>(work: () => T): T => {
    const made = work()
    queueMicrotask(queue.wake)
    return made
  }

  const known = (printerId: string): string => {
    if (parts.printers.some(({ id }) => id === printerId)) return printerId
    throw new AppError('printer-unknown', `no printer ${printerId}`, { details: { printerId } })
  }

  /** Whoever resumes has seen to the printer, or knows better than it. */
  const resume = (printerId: string): void => {
    troubles.delete(printerId)
    journal.resume(printerId)
    journal.touchWaiting(printerId)
  }

  const resumeFor = (code: CartonCode): void => {
    const waiting = journal.rowsOf(code).map((row) => row.printer_id)
    for (const printerId of new Set([parts.defaultPrinter, ...waiting])) resume(printerId)
  }

  const obstacleTo = (printerId: string): AppError | null => {
    const hold = journal.holdOf(printerId)
    return hold === null ? (troubles.get(printerId) ?? null) : heldProblem(hold)
  }

  const withHold = (job: PrintJob): PrintJob => {
    if (job.state !== 'allocated' && job.state !== 'rendered') return job
    const problem = obstacleTo(job.printerId)
    return problem === null ? job : { ...job, problem: problem.toShape() }
  }

  return {
    allocate: journal.allocate,
    wake: queue.wake,
    reprint: (code, revision, reason = 'reprint') =>
      thenWake(() =>
        parts.store.transaction(() => {
          resumeFor(code)
          return reprints.reprint(code, revision, reason)
        }),
      ),
    again: (jobId, reason) => thenWake(() => reprints.again(jobId, reason)),
    hold: (printerId, reason) => journal.hold(known(printerId), reason),
    resume: (printerId) => thenWake(() => resume(known(printerId))),
    printerSays: (printerId, trouble) =>
      thenWake(() => {
        if (trouble === null) troubles.delete(printerId)
        else troubles.set(printerId, trouble)
        journal.touchWaiting(printerId)
      }),
    withdraw: (jobIds, reason) =>
      thenWake(() =>
        parts.store.transaction(() => {
          for (const jobId of jobIds) journal.withdraw(jobId, reason)
        }),
      ),
    obstacleTo,
    holds: journal.holds,
    queue: listing.queue,
    counts: listing.counts,
    ledger: listing.ledger,
    copy: (code, side, page, reason) => thenWake(() => reprints.copy(code, side, page, reason)),
    nextCopy: reprints.nextCopy,
    codesOnly: (code) => thenWake(() => reprints.codesOnly(code)),
    // Where the label had failed, the rest of its set was waiting for it.
    confirm: (jobId) => thenWake(() => journal.confirm(jobId)),
    jobsOf: (code, revision) =>
      journal
        .rowsOf(code)
        .filter((row) => revision === undefined || row.revision === revision)
        .map(jobOf)
        .map(withHold),
    markOf: (code, revision) => {
      const row = journal.rowsOf(code).find((each) => each.revision === revision)
      return row === undefined ? null : markOf(row)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isBusy: queue.isBusy,
    onHold: (listener) => {
      holdListeners.add(listener)
      return () => holdListeners.delete(listener)
    },
    close: queue.close,
  }
}
