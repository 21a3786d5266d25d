import { AppError } from '#shared/errors.ts'
import { markOf, jobOf } from './journal-entry.ts'
import type { Journal } from './journal.ts'
import type { JobRow } from './journal-statements.ts'
import type { LabelRenderer } from './label-renderer.ts'
import type { Printer } from './printer.ts'

export interface QueueParts {
  readonly journal: Journal
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly printers: readonly Printer[]
  /** No byte moving for this long ends a send, in milliseconds. */
  readonly stallMs: number
  /** The store failed under the queue: nothing is printed until the next wake. */
  readonly onFault: (error: unknown) => void
}

const asAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError('internal', error instanceof Error ? error.message : String(error), {
        cause: error,
        retryable: true,
      })

/** Prints waiting jobs, in order and one at a time a printer. */
export const createPrintQueue = ({ journal, renderer, printers, stallMs, onFault }: QueueParts) => {
  const running = new Map<string, Promise<void>>()
  const closing = new AbortController()

  const render = async (row: JobRow, printer: Printer): Promise<void> => {
    try {
      const label = await renderer.render(markOf(row), jobOf(row), printer.language, printer.dpi)
      journal.rendered(row.id, label)
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('store-')) throw error
      if (!closing.signal.aborted) journal.failed(row.id, asAppError(error))
    }
  }

  const send = async (row: JobRow, printer: Printer): Promise<void> => {
    const bytes = journal.claim(row.id)
    if (bytes === null) return
    const outcome = await printer.transport.send(bytes, { signal: closing.signal, stallMs })
    journal.settle(row.id, outcome)
  }

  const work = async (printer: Printer): Promise<void> => {
    for (;;) {
      const row = closing.signal.aborted ? null : journal.next(printer.id)
      if (row === null) {
        running.delete(printer.id)
        return
      }
      if (row.state === 'rendered') await send(row, printer)
      else if (journal.stillAllocated(row.id)) await render(row, printer)
    }
  }

  const start = (printer: Printer): void => {
    if (running.has(printer.id)) return
    const done = Promise.resolve()
      .then(() => work(printer))
      .catch((error: unknown) => {
        running.delete(printer.id)
        onFault(error)
      })
    running.set(printer.id, done)
  }

  return {
    /** Looks for waiting jobs. Cheap; call it after every commit that may have made one. */
    wake: (): void => {
      if (closing.signal.aborted) return
      try {
        journal.recover((id) => !running.has(id))
        for (const id of journal.waitingPrinters()) {
          const printer = printers.find((candidate) => candidate.id === id)
          if (printer !== undefined) start(printer)
          else {
            const details = { printerId: id }
            journal.failWaiting(
              id,
              new AppError('printer-unknown', `no printer ${id}`, { details }),
            )
          }
        }
      } catch (error) {
        onFault(error)
      }
    },

    /** Takes no further job and breaks off what is being sent; that job is then uncertain. */
    close: async (): Promise<void> => {
      closing.abort()
      await Promise.all(running.values())
    },
  }
}
