import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import { afterRestart, mayBecome, type PrintState } from '#shared/domain/print-journal.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { jobOf, markOf, parseMarkInput } from './journal-entry.ts'
import { type JobRow, type JournalStatements, prepareJournal } from './journal-statements.ts'
import type { RenderedLabel } from './label-renderer.ts'
import type { PrintJob } from './print-job.ts'
import type { SendOutcome } from './transports/transport.ts'

export interface JournalParts {
  readonly store: Store
  /** The printer that new jobs go to. */
  readonly defaultPrinter: string
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly now: () => string
  /** Adds a fact to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  /** A job of this carton has changed. Called inside the transaction that changes it. */
  readonly changed: (code: CartonCode) => void
}

/** The print journal's states and who may change them. Everything here is synchronous; writes run in one transaction. */
export type Journal = ReturnType<typeof createJournal>

const refused = (message: string, job: Pick<PrintJob, 'jobId' | 'state'>): AppError =>
  new AppError('print-job-state', message, { details: { jobId: job.jobId, state: job.state } })

/** Why a job must not be printed any more: its carton was reopened or voided since. */
const staleProblem = (statements: JournalStatements, row: JobRow): AppError | null => {
  const carton = statements.carton.get({ code: row.carton_code })
  if (carton === undefined) return new AppError('carton-unknown', 'the carton is gone')
  const isStale = carton.state === 'voided' || carton.revision > row.revision
  return isStale
    ? new AppError('carton-state', `carton is ${carton.state} at revision ${carton.revision}`, {
        details: { state: carton.state, revision: carton.revision, labelRevision: row.revision },
      })
    : null
}

export const createJournal = ({ store, defaultPrinter, now, record, changed }: JournalParts) => {
  const statements = prepareJournal(store)

  const insert = (mark: BoxMarkInput, label: MarkLabel, reason: string | null): number => {
    changed(mark.cartonCode)
    return statements.insert.run({
      code: mark.cartonCode,
      revision: mark.revision,
      side: label.side,
      page: label.page,
      copy: label.copy,
      printer: defaultPrinter,
      mark: JSON.stringify(mark),
      reason,
      at: now(),
    }).insertedId
  }

  const rowOf = (jobId: number): JobRow => {
    const row = statements.find.get({ id: jobId })
    if (row === undefined) {
      throw new AppError('print-job-unknown', `no print job ${jobId}`, { details: { jobId } })
    }
    return row
  }

  /** @throws AppError print-job-state when the journal does not allow this step */
  const move = (row: JobRow, to: PrintState, problem: AppError | null = null): void => {
    const job = jobOf(row)
    const { changes } = mayBecome(job.state, to)
      ? statements.move.run({
          id: row.id,
          from: job.state,
          to,
          problem: problem === null ? null : JSON.stringify(problem.toShape()),
          at: now(),
        })
      : { changes: 0 }
    if (changes !== 1) throw refused(`a ${job.state} job cannot become ${to}`, job)
    changed(job.cartonCode)
  }

  const allocateAgain = (row: JobRow): number => {
    statements.allocateAgain.run({ id: row.id, printer: defaultPrinter, at: now() })
    changed(jobOf(row).cartonCode)
    return row.id
  }

  /** The row if it is still in `state` and may be printed; a stale one is failed on the way. */
  const current = (jobId: number, state: PrintState): JobRow | null => {
    const row = rowOf(jobId)
    if (row.state !== state) return null
    const stale = staleProblem(statements, row)
    if (stale === null) return row
    move(row, 'failed', stale)
    return null
  }

  return {
    /** Makes one job a label. Call it inside the transaction that seals the carton. */
    allocate: (
      mark: BoxMarkInput,
      labels: readonly MarkLabel[],
      reason?: string,
    ): readonly number[] => {
      const checked = parseMarkInput(mark)
      return labels.map((label) => insert(checked, label, reason ?? null))
    },

    /** One more copy of a label that exists already: the next copy number of its side and page. */
    allocateCopy: (row: JobRow, reason: string): number => {
      const job = jobOf(row)
      const copies = statements.ofCarton
        .all({ code: row.carton_code })
        .filter(
          ({ revision, side, page }) =>
            revision === job.revision && side === job.side && page === job.page,
        )
      const copy = Math.max(...copies.map((other) => other.copy)) + 1
      return insert(markOf(row), { side: job.side, page: job.page, copy }, reason)
    },

    allocateAgain,
    rowsOf: (code: CartonCode): readonly JobRow[] => statements.ofCarton.all({ code }),
    changeMark: (row: JobRow, mark: BoxMarkInput): void => {
      statements.changeMark.run({ id: row.id, mark: JSON.stringify(mark) })
    },

    /** The label was scanned back. Call it inside the transaction of that scan. */
    confirm: (jobId: number): void => move(rowOf(jobId), 'confirmed'),

    next: (printerId: string): JobRow | null => statements.next.get({ printer: printerId }) ?? null,
    waitingPrinters: (): readonly string[] =>
      statements.waitingPrinters.all({}).map(({ printer_id }) => printer_id),

    /** False when the job is no longer to be rendered. */
    stillAllocated: (jobId: number): boolean =>
      store.transaction(() => current(jobId, 'allocated') !== null),

    rendered: (jobId: number, label: RenderedLabel): void =>
      store.transaction(() => {
        const row = current(jobId, 'allocated')
        if (row === null) return
        statements.keepBytes.run({ id: jobId, ...label, at: now() })
        changed(jobOf(row).cartonCode)
      }),

    /** Commits `sending` and gives the bytes to send, or null when the job must not be sent any more. */
    claim: (jobId: number): Uint8Array | null =>
      store.transaction(() => {
        const row = current(jobId, 'rendered')
        if (row === null) return null
        const stored = statements.bytes.get({ id: jobId })
        if (!stored?.bytes) throw new AppError('store-corrupt', `print job ${jobId} has no bytes`)
        move(row, 'sending')
        return stored.bytes
      }),

    failed: (jobId: number, problem: AppError): void =>
      store.transaction(() => move(rowOf(jobId), 'failed', problem)),

    /** Every waiting job of this printer. */
    failWaiting: (printerId: string, problem: AppError): void =>
      store.transaction(() => {
        for (const state of ['allocated', 'rendered']) {
          const rows = statements.inState.all({ state })
          for (const row of rows) if (row.printer_id === printerId) move(row, 'failed', problem)
        }
      }),

    settle: (jobId: number, outcome: SendOutcome): void =>
      store.transaction(() => {
        const row = rowOf(jobId)
        if (outcome.kind === 'nothing-left') return move(row, 'failed', outcome.problem)
        if (outcome.kind === 'uncertain') return move(row, 'uncertain', outcome.problem)
        move(row, 'sent')
        const { station, orderNo } = markOf(row)
        const { cartonCode, revision, side, page, copy, sha256 } = jobOf(row)
        record({
          type: 'label-printed',
          orderNo,
          code: cartonCode,
          revision,
          station,
          at: now(),
          side,
          page,
          copy,
          sha256: sha256 ?? '',
        })
      }),

    /** A job found in `sending` while nobody sends to its printer: nobody knows whether that label came out. */
    recover: (isIdle: (printerId: string) => boolean): void =>
      store.transaction(() => {
        const problem = new AppError(
          'printer-interrupted',
          'the station stopped while it was sending',
        )
        for (const row of statements.inState.all({ state: 'sending' })) {
          if (isIdle(row.printer_id)) move(row, afterRestart('sending'), problem)
        }
      }),
  }
}
