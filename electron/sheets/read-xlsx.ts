import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { columnLetters } from '#shared/domain/sheet-column.ts'
import { AppError } from '#shared/errors.ts'
import { mostColumns, mostRows, type SheetCell, type SheetGrid, textCell } from './grid.ts'
import { inflatedSize } from './zip-size.ts'

/** Of all parts of the file together; ten thousand full rows stay well below. */
const largestInflated = 96 * 1024 * 1024

const unreadable = (reason: string, cause?: unknown): AppError =>
  new AppError('sheet-unreadable', `no readable .xlsx: ${reason}`, {
    details: { reason },
    ...(cause === undefined ? {} : { cause }),
  })

const cellOf = (value: CellValue, more: Cell | undefined): SheetCell | null => {
  if (more?.formula !== undefined || more?.type === 'formula') return { kind: 'formula' }
  if (more?.type === 'error') return { kind: 'cell-error' }
  if (value === null) return null
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return { kind: 'number', number: value }
  return typeof value === 'boolean' ? { kind: 'yes-no', isYes: value } : { kind: 'date', at: value }
}

const gridOf = (sheet: Sheet): SheetGrid => {
  const rows = sheet.rows.map((row, index) =>
    Array.from({ length: Math.min(row.length, mostColumns + 1) }, (_, column) =>
      cellOf(row[column] ?? null, sheet.cells?.get(`${index},${column}`)),
    ),
  )
  for (const { startRow, startCol } of sheet.merges ?? []) {
    const row = rows[startRow]
    if (row !== undefined && startCol <= mostColumns) row[startCol] = { kind: 'merged' }
  }
  return rows
}

const isBlank = (sheet: Sheet): boolean =>
  sheet.rows.every((row) => row.every((value) => value === null || value === ''))

/**
 * The first sheet that is shown and not empty.
 * @throws AppError sheet-unreadable, sheet-too-large, sheet-empty
 */
export const readXlsxGrid = async (bytes: Uint8Array): Promise<SheetGrid> => {
  const size = inflatedSize(bytes)
  if (size === null) throw unreadable('the zip directory is damaged')
  if (size > largestInflated) {
    throw new AppError('sheet-too-large', `inflates to ${size} bytes`, { details: { bytes: size } })
  }
  try {
    // One row and one column more than are taken, so that too many are seen.
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      range: `A1:${columnLetters(mostColumns)}${mostRows + 1}`,
    })
    const sheet = sheets.find((one) => !isBlank(one))
    if (sheet === undefined) throw new AppError('sheet-empty', 'no sheet holds anything')
    return gridOf(sheet)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause)
  }
}
