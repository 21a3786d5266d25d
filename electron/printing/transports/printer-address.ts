import { type PrinterAddress, readPrinterAddress } from '#shared/domain/printer-address.ts'
import { AppError } from '#shared/errors.ts'

/** @throws AppError invalid-input */
export const parsePrinterAddress = (text: string): PrinterAddress => {
  const read = readPrinterAddress(text)
  if (read.ok) return read.value
  throw new AppError('invalid-input', `not a printer address: ${read.error}`, {
    details: { address: text, expected: read.error },
  })
}
