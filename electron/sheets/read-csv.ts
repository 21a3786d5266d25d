import Papa from 'papaparse'
import { AppError } from '#shared/errors.ts'
import { decodeText } from './decode-text.ts'
import { mostColumns, mostRows, type SheetCell, type SheetGrid, textCell } from './grid.ts'

const separators = [',', '\t', ';'] as const

/** Which separator cuts the headings into the most parts. */
const separatorOf = (text: string): string => {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const counted = separators.map((mark) => ({ mark, parts: line.split(mark).length }))
  return counted.reduce((best, next) => (next.parts > best.parts ? next : best)).mark
}

/** `="00123"` is how Excel is told to leave a code alone. */
const keptAsText = /^="([^"]*)"$/

const cellOf = (text: string): SheetCell | null => {
  const [, kept] = keptAsText.exec(text) ?? []
  return textCell(kept ?? text)
}

/** @throws AppError sheet-encoding, sheet-unreadable, sheet-empty */
export const readCsvGrid = (bytes: Uint8Array): SheetGrid => {
  const text = decodeText(bytes)
  const { data, errors } = Papa.parse<readonly string[]>(text, {
    delimiter: separatorOf(text),
    preview: mostRows + 1,
  })
  const [error] = errors
  if (error !== undefined) {
    const reason = `row ${(error.row ?? 0) + 1}: ${error.message}`
    throw new AppError('sheet-unreadable', `no readable .csv: ${reason}`, { details: { reason } })
  }
  const grid = data.map((row) => row.slice(0, mostColumns + 1).map(cellOf))
  if (grid.every((row) => row.every((cell) => cell === null))) {
    throw new AppError('sheet-empty', 'the file holds nothing')
  }
  return grid
}
