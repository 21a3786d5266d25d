import Papa from 'papaparse'
import { columnLetters } from '#shared/domain/sheet-column.ts'
import { type Cell, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx'

export type SheetFormat = 'xlsx' | 'csv'

/** A sheet to write: text stays text, whatever it begins with. */
export interface WrittenSheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** In characters. */
  readonly widths: readonly number[]
  /** The columns that hold nothing but text, from 0: a program must not make numbers of what is typed there. */
  readonly textColumns?: ReadonlySet<number>
  /** Rows below the headings that are made ready for typing. */
  readonly readyRows?: number
  /** Words to choose from, by column. */
  readonly choices?: ReadonlyMap<number, readonly string[]>
  /** How many columns stay where they are when the sheet is scrolled. */
  readonly columnsInSight?: number
}

/** What a spreadsheet would take for a formula, in half and full width, also behind blanks. */
const formulaStart = /^[\s\0]*[=+\-@|＝＋－＠]/u
/** An escape of Excel's own that stands in a text as it is. */
const escapeShape = /_x(?=[0-9A-Fa-f]{4}_)/g
const asText = '@'
const bold = { font: { bold: true } } as const

const xlsxValue = (value: string | number | null): CellValue =>
  typeof value === 'string' ? value.replaceAll(escapeShape, '_x005F_x') : value

const cellsOf = ({ headings, rows, textColumns, readyRows = 0 }: WrittenSheet) => {
  const cells = new Map<string, Partial<Cell>>()
  for (const index of headings.keys()) {
    cells.set(`0,${index}`, { value: headings[index] ?? '', style: { ...bold, numFmt: asText } })
  }
  const last = rows.length + readyRows
  for (const column of textColumns ?? []) {
    for (let row = 1; row <= last; row += 1) {
      const value = xlsxValue(rows[row - 1]?.[column] ?? null)
      cells.set(`${row},${column}`, { value, style: { numFmt: asText } })
    }
  }
  return cells
}

const xlsxSheet = (sheet: WrittenSheet): WriteSheet => {
  const last = 1 + sheet.rows.length + (sheet.readyRows ?? 0)
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: [[...sheet.headings], ...sheet.rows.map((row) => row.map(xlsxValue))],
    cells: cellsOf(sheet),
    freezePane: { rows: 1, columns: sheet.columnsInSight ?? 0 },
    dataValidations: [...(sheet.choices ?? [])].map(([column, words]) => ({
      type: 'list',
      values: [...words],
      allowBlank: true,
      // A word of the other language is read as well.
      showErrorMessage: false,
      range: `${columnLetters(column)}2:${columnLetters(column)}${last}`,
    })),
  }
}

/** A workbook. No cell of it is a formula. */
export const writeBook = (sheets: readonly WrittenSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(xlsxSheet) })

/** One sheet in UTF-8 with its mark, as Excel wants it; what would run as a formula gets an apostrophe before it. */
export const writeCsv = ({ headings, rows }: WrittenSheet): Uint8Array => {
  const text = Papa.unparse([headings, ...rows], {
    escapeFormulae: formulaStart,
    newline: '\r\n',
    quotes: (value: unknown) => typeof value === 'string',
  })
  return new TextEncoder().encode(`\ufeff${text}\r\n`)
}

export const writeSheet = (
  format: SheetFormat,
  first: WrittenSheet,
  others: readonly WrittenSheet[] = [],
): Promise<Uint8Array> =>
  format === 'xlsx' ? writeBook([first, ...others]) : Promise.resolve(writeCsv(first))
