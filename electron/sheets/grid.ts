/** What a program wrote into a cell. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** Wall time, told as UTC. */
  | { readonly kind: 'date'; readonly at: Date }
  | { readonly kind: 'yes-no'; readonly isYes: boolean }
  | { readonly kind: 'formula' | 'cell-error' | 'merged' }

/** A sheet as it stands: rows from the first on, blank cells as null. */
export type SheetGrid = readonly (readonly (SheetCell | null)[])[]

/** Rows of one file, headings included. */
export const mostRows = 10_001
export const mostColumns = 100
/** Of a file, as it is on the disk. */
export const largestFile = 10 * 1024 * 1024

// Beside what trim() takes: zero-width blanks and marks that a copied text brings along.
const edges = /^[\s\u200b\u200e\u200f\u2060\ufeff]+|[\s\u200b\u200e\u200f\u2060\ufeff]+$/gu

/** Text of a cell, without blanks around it; null when nothing is left. */
export const textCell = (text: string): SheetCell | null => {
  const trimmed = text.replaceAll(edges, '')
  return trimmed === '' ? null : { kind: 'text', text: trimmed }
}
