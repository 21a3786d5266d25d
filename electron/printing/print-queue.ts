import { type BoxMarkInput, markPages } from '#shared/domain/box-mark.ts'
import { isMarkMedia } from '#shared/domain/label-media.ts'
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
  /** The printer says that it cannot print now: nothing is sent to it, and what waits goes on waiting. */
  readonly isBlocked: (printerId: string) => boolean
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
export const createPrintQueue = (parts: QueueParts) => {
  const { journal, renderer, printers, stallMs, isBlocked, onFault } = parts
  const running = new Map<string, Promise<void>>()
  const closing = new AbortController()

  /** The set was counted for what the printer held then: on smaller labels its last SKUs would stand nowhere. */
  const checkPages = (row: JobRow, mark: BoxMarkInput, { media }: Printer): void => {
    const set = journal.rowsOf(mark.cartonCode).filter(({ revision }) => revision === row.revision)
    const counted = Math.max(...set.map(({ page }) => page))
    const needed = isMarkMedia(media) ? markPages(mark.items.length, media) : 0
    if (needed === counted) return
    throw new AppError('label-media', `${counted} pages were counted, ${media} needs ${needed}`, {
      details: { kind: 'box-mark', media },
    })
  }

  const render = async (row: JobRow, printer: Printer): Promise<void> => {
    try {
      const { side, page, copy } = jobOf(row)
      const mark = markOf(row)
      checkPages(row, mark, printer)
      const input = { kind: 'box-mark', mark, label: { side, page, copy } } as const
      journal.rendered(row.id, await renderer.render(input, printer))
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('store-')) throw error
      // It may have been taken back meanwhile.
      const isWanted = !closing.signal.aborted && journal.stillAllocated(row.id)
      if (isWanted) journal.failed(row.id, asAppError(error))
    }
  }

  const send = async (row: JobRow, printer: Printer): Promise<void> => {
    const bytes = journal.claim(row.id)
    if (bytes === null) return
    const outcome = await printer.transport.send(bytes, { signal: closing.signal, stallMs })
    journal.settle(row.id, outcome)
  }

  /** The label behind the one being sent is made meanwhile, so that the print head waits for none. */
  const renderAhead = async (sent: JobRow, printer: Printer): Promise<void> => {
    const row = journal.next(printer.id, sent.id)
    if (row?.state === 'allocated' && journal.stillAllocated(row.id)) await render(row, printer)
  }

  const work = async (printer: Printer): Promise<void> => {
    for (;;) {
      const mayPrint = !closing.signal.aborted && !isBlocked(printer.id)
      const row = mayPrint ? journal.next(printer.id) : null
      if (row === null) {
        running.delete(printer.id)
        return
      }
      if (row.state === 'rendered') {
        await Promise.all([send(row, printer), renderAhead(row, printer)])
      } else if (journal.stillAllocated(row.id)) await render(row, printer)
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

    /** A label is being rendered or sent. */
    isBusy: (): boolean => running.size > 0,

    /** Takes no further job and breaks off what is being sent; that job is then uncertain. */
    close: async (): Promise<void> => {
      closing.abort()
      await Promise.all(running.values())
    },
  }
}
