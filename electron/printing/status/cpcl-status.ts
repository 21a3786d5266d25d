import { type PrinterStatus, statusOf, unknownStatus } from '#shared/domain/printer-status.ts'

// CPCL Programming Manual, Zebra: `ESC h` is answered by one byte. Mobile printers speak it beside ZPL or ESC/POS.

export const cpclQuery = '\u001Bh'

/** Bit 0 is `busy`, bit 3 `battery low`: neither stops a label. */
export const readCpclStatus = (reply: string): PrinterStatus => {
  const byte = reply.charCodeAt(0)
  if (reply.length !== 1 || byte > 0b1111) return unknownStatus
  return statusOf({ 'paper-out': (byte & 0b10) !== 0, 'head-open': (byte & 0b100) !== 0 })
}

export const isCpclStatus = (reply: string): boolean => reply.length > 0
