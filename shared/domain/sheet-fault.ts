/** What can be wrong with a cell, a row or a heading of a sheet. The renderer has a sentence for each. */
export const sheetFaultCodes = [
  'missing',
  'heading-missing',
  'heading-unknown',
  'heading-twice',
  'formula',
  'cell-error',
  'merged',
  'changed-by-excel',
  'scientific',
  'control-characters',
  'too-long',
  'not-whole',
  'not-a-number',
  'not-a-price',
  'too-many-decimals',
  'not-a-choice',
  'order-no',
  'check-digit',
  'date',
  'currency',
  'country',
  'hs-code',
  'un-code',
  'web-address',
  'differs-above',
  'repeated',
  'barcode-shared',
  'needs-column',
  'warehouse-unknown',
  'warehouse-differs',
  'order-exists',
  'order-under-way',
  'order-too-large',
  'order-unknown',
  'order-not-open',
  'not-in-order',
  'over-planned',
  'mark-printed',
  'apart-alone',
  'box-skus',
  'box-units',
  'box-apart',
  'contract',
] as const
export type SheetFaultCode = (typeof sheetFaultCodes)[number]

/** One thing that is wrong, and where a person finds it. */
export interface SheetFault {
  /** As the sheet counts them, from 1. */
  readonly row: number
  /** Letters; empty where the whole row is meant. */
  readonly column: string
  /** Heading of the column in both languages; empty where the whole row is meant. */
  readonly headingZh: string
  readonly headingEn: string
  readonly code: SheetFaultCode
  readonly values: Readonly<Record<string, string | number>>
}
