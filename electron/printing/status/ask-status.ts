import type { PrinterLanguage } from '#shared/domain/printer-config.ts'
import { type PrinterStatus, unknownStatus } from '#shared/domain/printer-status.ts'
import type { AskLimits, Transport } from '../transports/transport.ts'
import { statusDialects } from './dialects.ts'

/**
 * What the printer says of itself; unknown where it is silent, cannot be asked, or says what nobody understands.
 * Rejects with AppError printer-unreachable.
 */
export const askStatus = async (
  transport: Transport,
  language: PrinterLanguage,
  limits: AskLimits,
): Promise<PrinterStatus> => {
  const dialect = statusDialects[language]
  return transport.ask === undefined
    ? unknownStatus
    : dialect.read(await transport.ask(dialect, limits))
}

/**
 * In this order no printer is harmed by the questions of others: receipt printers answer theirs in the middle of
 * anything, TSPL printers theirs, and what is left of it on a ZPL printer stands outside of any label.
 */
const order = ['escpos', 'tspl', 'zpl'] as const satisfies readonly PrinterLanguage[]

/**
 * Ends the line that foreign questions have begun in a TSPL printer's buffer. `ESC @` goes before it: a receipt printer
 * then forgets them, where it would print them at the end of the line.
 */
const lineEnd = { query: '\u001B@\r\n', isWhole: () => false }
const lineEndMs = 50

const endLine = async (transport: Transport, limits: AskLimits): Promise<void> => {
  await transport.ask?.(lineEnd, { ...limits, patienceMs: lineEndMs })
}

/** What the printer speaks by its own answers, or null when it tells nothing. Rejects with AppError printer-unreachable. */
export const detectLanguage = async (
  transport: Transport,
  limits: AskLimits,
): Promise<PrinterLanguage | null> => {
  for (const language of order) {
    const status = await askStatus(transport, language, limits)
    if (status.kind === 'unknown') continue
    if (language === 'tspl') await endLine(transport, limits)
    return language
  }
  // It may be a TSPL printer that keeps silent: nothing of ours may stand before its next command.
  await endLine(transport, limits)
  return null
}
