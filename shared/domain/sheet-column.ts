/** A word that a cell may hold, in both languages, and what it stands for. */
export interface SheetChoice {
  readonly value: string
  readonly zh: string
  readonly en: string
}

/** A column of a sheet that people fill in. */
export interface SheetColumn<Id extends string = string> {
  readonly id: Id
  /** Headings: both are read, whatever language the template was written in. */
  readonly zh: string
  readonly en: string
  /** What the cell describes: said once for each order or SKU, or on every row. */
  readonly of: 'order' | 'sku' | 'row'
  readonly isRequired: boolean
  /** What to write, for people. */
  readonly hintZh: string
  readonly hintEn: string
  readonly example: string
  readonly choices?: readonly SheetChoice[]
}

/** Headings as they are compared: without blanks, stars and case, full-width forms as their plain ones. */
export const plainHeading = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s*]/gu, '').toLowerCase()

/** A, B, … Z, AA, … for 0, 1, … */
export const columnLetters = (index: number): string => {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
