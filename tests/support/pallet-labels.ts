import { gtinCheckDigit } from '#shared/domain/barcode.ts'

/** The SSCC of a pallet label, by a number of ours. */
export const ssccOf = (serial: number): string => {
  const digits = `3401234${String(serial).padStart(10, '0')}`
  return `${digits}${gtinCheckDigit(digits)}`
}

/** What a scanner reads from that label. */
export const palletScan = (serial: number): string => `]C100${ssccOf(serial)}`
