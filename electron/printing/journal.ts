import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import {
  afterRestart,
  isPlannedMark,
  labelAge,
  mayBecome,
  type PrintState,
} from '#shared/domain/print-journal.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { jobOf, markOf } from './journal-entry.ts'
import { type JobRow, type JournalStatements, prepareJournal } from './journal-statements.ts'
import type { RenderedLabel } from './label-renderer.ts'
import { parseMarkInput } from './parse-label.ts'
import type { PrintJob } from './print-job.ts'
import { createPrinterHolds } from './printer-holds.ts'
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
  /** A printer was held or goes on. Called inside the transaction that holds or resumes it. */
  readonly holdChanged: () => void
}

/** The print journal's states and who may change them. Everything here is synchronous; writes run in one transaction. */
export type Journal = ReturnType<typeof createJournal>

const refused = (message: string, job: Pick<PrintJob, 'jobId' | 'state'>): AppError =>
  new AppError('print-job-state', message, { details: { jobId: job.jobId, state: job.state } })

/** Why a job must not be printed any more: its carton was reopened or voided since. */
const staleProblem = (statements: JournalStatements, row: JobRow): AppError | null => {
  const carton = statements.carton.get({ code: row.carton_code }) ?? null
  if (labelAge(row.revision, carton) === null) return null
  if (carton === null) return new AppError('carton-unknown', 'the carton is gone')
  return new AppError('carton-state', `carton is ${carton.state} at revision ${carton.revision}`, {
    details: { state: carton.state, revision: carton.revision, labelRevision: row.revision },
  })
}

export const createJournal = (parts: JournalParts) => {
  const { store, defaultPrinter, now, record, changed } = parts
  const statements = prepareJournal(store)
  const holds = createPrinterHolds(parts)

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

  const allocateAgain = (row: JobRow, printer: string = defaultPrinter): number => {
    statements.allocateAgain.run({ id: row.id, printer, at: now() })
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

  /** Every waiting job of a printer, and the carton on the bench, may show differently now. */
  const touchWaiting = (printerId: string): void => {
    for (const state of ['allocated', 'rendered']) {
      for (const row of statements.inState.all({ state })) {
        if (row.printer_id === printerId) changed(jobOf(row).cartonCode)
      }
    }
  }

  /** What a send came to counts for or against its printer. */
  const judgePrinter = (row: JobRow, problem: AppError | null): void => {
    if (holds.judge(row.printer_id, problem, isPlannedMark(row))) touchWaiting(row.printer_id)
  }

  return {
    holds: holds.all,
    holdOf: holds.of,
    touchWaiting,

    /** Nothing is sent to this printer until it is resumed; what is being sent comes to its end. */
    hold: (printerId: string, reason: string): void =>
      store.transaction(() => {
        holds.hold(printerId, reason)
        touchWaiting(printerId)
      }),

    /** The printer goes on where it stood: labels of which no byte had left come first, as they are. */
    resume: (printerId: string): void =>
      store.transaction(() => {
        if (!holds.resume(printerId)) return
        for (const row of statements.unreached.all({ printer: printerId })) {
          if (staleProblem(statements, row) === null) allocateAgain(row, printerId)
        }
        touchWaiting(printerId)
      }),

    /** Takes a job back of which no byte has left. @throws AppError print-job-unknown, print-job-state */
    withdraw: (jobId: number, reason: string): void => {
      const row = rowOf(jobId)
      const job = jobOf(row)
      const { changes } = mayBecome(job.state, 'withdrawn')
        ? statements.withdraw.run({ id: jobId, from: job.state, reason, at: now() })
        : { changes: 0 }
      if (changes !== 1) throw refused(`a ${job.state} job cannot be withdrawn`, job)
      changed(job.cartonCode)
    },

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
    rowOf,
    /** Why its label must not be printed any more; null while it may. */
    staleProblem: (row: JobRow): AppError | null => staleProblem(statements, row),
    rowsOf: (code: CartonCode): readonly JobRow[] => statements.ofCarton.all({ code }),
    changeMark: (row: JobRow, mark: BoxMarkInput): void => {
      statements.changeMark.run({ id: row.id, mark: JSON.stringify(mark) })
    },

    /** The label was scanned back. Call it inside the transaction of that scan. */
    confirm: (jobId: number): void => move(rowOf(jobId), 'confirmed'),

    /** @param after only behind this job */
    next: (printerId: string, after = 0): JobRow | null =>
      statements.next.get({ printer: printerId, after }) ?? null,
    waitingPrinters: (): readonly string[] =>
      statements.waitingPrinters.all({}).map(({ printer_id }) => printer_id),

    /** False when the job is no longer to be rendered. */
    stillAllocated: (jobId: number): boolean =>
      store.transaction(() => current(jobId, 'allocated') !== null),

    rendered: (jobId: number, label: RenderedLabel): void =>
      store.transaction(() => {
        const row = current(jobId, 'allocated')
        if (row === null) return
        const { bytes, sha256 } = label
        statements.keepBytes.run({ id: jobId, bytes })
        statements.rendered.run({ id: jobId, sha256, at: now() })
        changed(jobOf(row).cartonCode)
      }),

    /** Commits `sending` and gives the bytes to send, or null when the job must not be sent any more. */
    claim: (jobId: number): Uint8Array | null =>
      store.transaction(() => {
        const row = current(jobId, 'rendered')
        // The packer may have held the printer while the label was being rendered.
        if (row === null || holds.of(row.printer_id) !== null) return null
        const stored = statements.bytes.get({ id: jobId })
        if (stored === undefined)
          throw new AppError('store-corrupt', `print job ${jobId} has no bytes`)
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
        if (outcome.kind !== 'sent') {
          move(row, outcome.kind === 'nothing-left' ? 'failed' : 'uncertain', outcome.problem)
          judgePrinter(row, outcome.problem)
          return
        }
        move(row, 'sent')
        judgePrinter(row, null)
        // The server learns of a carton when it is sealed: of the mark printed ahead there is nothing to tell.
        if (isPlannedMark(row)) return
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

    /** Labels that were made before a restart and never left: their printer may speak or hold something else now. */
    makeAnew: (): void => void statements.unrender.run({ at: now() }),

    /** A job found in `sending` while nobody sends to its printer: nobody knows whether that label came out. */
    recover: (isIdle: (printerId: string) => boolean): void =>
      store.transaction(() => {
        const problem = new AppError(
          'printer-interrupted',
          'the station stopped while it was sending',
        )
        for (const row of statements.inState.all({ state: 'sending' })) {
          if (!isIdle(row.printer_id)) continue
          move(row, afterRestart('sending'), problem)
          // The printer did no wrong, but somebody has to look where a batch stands.
          if (isPlannedMark(row)) judgePrinter(row, problem)
        }
      }),
  }
}
