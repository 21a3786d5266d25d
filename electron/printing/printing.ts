import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { Store } from '#electron/store/index.ts'
import { createJournal } from './journal.ts'
import { jobOf } from './journal-entry.ts'
import type { LabelRenderer } from './label-renderer.ts'
import type { PrintJob } from './print-job.ts'
import { createPrintQueue } from './print-queue.ts'
import type { Printer } from './printer.ts'
import { createReprints } from './reprints.ts'

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
   * label of the set that is not scanned back gets a copy. Throws AppError print-job-unknown.
   */
  reprint(code: CartonCode, revision: number, reason?: string): readonly number[]
  /** One more copy of a label of the newest revision. Throws AppError print-job-unknown, print-job-state. */
  copy(code: CartonCode, side: 1 | 2, page: number, reason: string): number
  /** Prints codes instead of names the font cannot write. Throws AppError print-job-state. */
  codesOnly(code: CartonCode): readonly number[]
  /** The label was scanned back: call it inside that scan's transaction. Throws AppError print-job-unknown, print-job-state. */
  confirm(jobId: number): void
  /** In printing order: those of one revision, or all. */
  jobsOf(code: CartonCode, revision?: number): readonly PrintJob[]
  /** Told after the commit, once a carton however many of its jobs changed. */
  onChange(listener: (code: CartonCode) => void): () => void
  close(): Promise<void>
}

const defaultStallMs = 15_000

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

  const journal = createJournal({ ...parts, changed })
  const reprints = createReprints(parts.store, journal)
  const queue = createPrintQueue({ ...parts, journal, stallMs: parts.stallMs ?? defaultStallMs })
  journal.recover(() => true)

  const thenWake = <T>(work: () => T): T => {
    const made = work()
    queueMicrotask(queue.wake)
    return made
  }

  return {
    allocate: journal.allocate,
    wake: queue.wake,
    reprint: (code, revision, reason = 'reprint') =>
      thenWake(() => reprints.reprint(code, revision, reason)),
    copy: (code, side, page, reason) => thenWake(() => reprints.copy(code, side, page, reason)),
    codesOnly: (code) => thenWake(() => reprints.codesOnly(code)),
    // Where the label had failed, the rest of its set was waiting for it.
    confirm: (jobId) => thenWake(() => journal.confirm(jobId)),
    jobsOf: (code, revision) =>
      journal
        .rowsOf(code)
        .filter((row) => revision === undefined || row.revision === revision)
        .map(jobOf),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: queue.close,
  }
}
