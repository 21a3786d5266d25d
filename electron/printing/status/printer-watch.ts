import type { PrinterLanguage } from '#shared/domain/printer-config.ts'
import { type PrinterStatus, unknownStatus } from '#shared/domain/printer-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Transport } from '../transports/transport.ts'
import { askStatus } from './ask-status.ts'

interface Watched {
  readonly id: string
  readonly language: PrinterLanguage
  readonly transport: Transport
}

/** How often a printer is asked, in milliseconds. */
export interface WatchPace {
  /** One that has said that it is well. */
  readonly calm: number
  /** One in trouble: somebody stands beside it and mends it. */
  readonly troubled: number
  /** One that gives no answer: it may never. */
  readonly silent: number
  /** From the last byte of a label until it is asked whether that was the last label of its roll. */
  readonly printed: number
}

interface WatchParts {
  readonly printers: readonly Watched[]
  /** Runs something once after so many milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly pace: WatchPace
  readonly patienceMs: number
  /** Told of each change of what a printer says. */
  readonly told: (id: string, status: PrinterStatus) => void
}

/** Asks every printer that can be asked how it is, again and again, from the beginning. */
export interface PrinterWatch {
  /** Something went wrong with a label: the printer is asked at once and often, until it says that it is well. */
  trouble(id: string): void
  /** A label came out. */
  printed(id: string): void
  close(): void
}

interface Watch {
  readonly printer: Watched
  /** Something went wrong with it, and it has not said since that it is well. */
  isTroubled: boolean
  /** How often in a row it said nothing. */
  silences: number
  status: PrinterStatus
  cancel: () => void
}

const isSame = (one: PrinterStatus, other: PrinterStatus): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export const createPrinterWatch = (parts: WatchParts): PrinterWatch => {
  const { after, pace, patienceMs, told } = parts
  const closing = new AbortController()
  const { signal } = closing

  const ask = async ({ transport, language }: Watched): Promise<PrinterStatus | null> => {
    try {
      return await askStatus(transport, language, { signal, patienceMs })
    } catch (error) {
      // It is being sent to, and asked again later; one that is switched off or out of reach says nothing.
      return error instanceof AppError && error.code === 'printer-busy' ? null : unknownStatus
    }
  }
  const paceOf = ({ isTroubled, status }: Watch): number => {
    if (isTroubled) return pace.troubled
    return status.kind === 'ready' ? pace.calm : pace.silent
  }
  const hear = (watch: Watch, status: PrinterStatus): void => {
    watch.silences = status.kind === 'unknown' ? watch.silences + 1 : 0
    if (status.kind !== 'unknown') watch.isTroubled = status.kind === 'trouble'
    // One that was in trouble may just be serving somebody else: it is asked once more before that is forgotten.
    const isBelieved = watch.status.kind !== 'trouble' || watch.silences !== 1
    if (!isBelieved || isSame(status, watch.status)) return
    watch.status = status
    told(watch.printer.id, status)
  }
  const look = async (watch: Watch): Promise<void> => {
    const status = await ask(watch.printer)
    if (signal.aborted) return
    if (status !== null) hear(watch, status)
    plan(watch, paceOf(watch))
  }
  const plan = (watch: Watch, ms: number): void => {
    watch.cancel()
    if (!signal.aborted) watch.cancel = after(ms, () => void look(watch))
  }
  const watches = new Map(
    parts.printers
      .filter(({ transport }) => transport.ask !== undefined)
      .map((printer): [string, Watch] => [
        printer.id,
        { printer, isTroubled: false, silences: 0, status: unknownStatus, cancel: () => undefined },
      ]),
  )
  for (const watch of watches.values()) plan(watch, 0)

  return {
    trouble: (id) => {
      const watch = watches.get(id)
      if (watch === undefined || watch.isTroubled) return
      watch.isTroubled = true
      // Whatever it says now is news, even that it is as well as before.
      watch.status = unknownStatus
      plan(watch, 0)
    },
    printed: (id) => {
      const watch = watches.get(id)
      if (watch === undefined) return
      watch.isTroubled = false
      plan(watch, pace.printed)
    },
    close: () => {
      closing.abort()
      for (const watch of watches.values()) watch.cancel()
    },
  }
}
