import {
  type PrinterStatus,
  statusOf,
  together,
  unknownStatus,
} from '#shared/domain/printer-status.ts'

// ESC/POS Command Reference, Epson: DLE EOT n, answered at once and in order, a byte each.

/** The printer, why it is off line, and its paper. */
export const escposQuery = '\u0010\u0004\u0001\u0010\u0004\u0002\u0010\u0004\u0004'

const bit = (byte: number, index: number): boolean => ((byte >> index) & 1) === 1
/** Bits 1 and 4 of every status byte are set, 0 and 7 are not. */
const isStatus = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010

const readers: readonly ((byte: number) => PrinterStatus)[] = [
  (byte) => statusOf({ offline: bit(byte, 3) }),
  (byte) =>
    statusOf({ 'cover-open': bit(byte, 2), 'paper-out': bit(byte, 5), fault: bit(byte, 6) }),
  // Bits 2 and 3 say that the paper is near its end, which stops nothing.
  (byte) => statusOf({ 'paper-out': bit(byte, 5) && bit(byte, 6) }),
]

/** The answers to `escposQuery`; latin1 text, a character a byte. */
export const readEscposStatus = (reply: string): PrinterStatus => {
  const bytes = Array.from(reply, (character) => character.charCodeAt(0))
  if (bytes.length > readers.length || !bytes.every(isStatus)) return unknownStatus
  const status = together(bytes.flatMap((byte, index) => readers[index]?.(byte) ?? []))
  // Who has not said everything may be in trouble with the rest.
  if (status.kind === 'ready' && bytes.length < readers.length) return unknownStatus
  // That it is off line says nothing where the reason is known.
  const isExplained = status.kind === 'trouble' && status.troubles.length > 1
  return isExplained
    ? { ...status, troubles: status.troubles.filter((trouble) => trouble !== 'offline') }
    : status
}

export const isEscposStatus = (reply: string): boolean => reply.length >= readers.length
