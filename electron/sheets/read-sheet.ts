import { AppError } from '#shared/errors.ts'
import { largestFile, mostRows, type SheetGrid } from './grid.ts'
import { readCsvGrid } from './read-csv.ts'
import { readXlsxGrid } from './read-xlsx.ts'

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
/** Excel before 2007, and any workbook with a password. */
const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

/** In UTF-16, as the names of the parts of a compound file are. */
const passwordPart = Buffer.from('EncryptedPackage', 'utf16le')

/** What was formatted and never filled is not there. */
const withoutBlankEnd = (grid: SheetGrid): SheetGrid =>
  grid.slice(0, grid.findLastIndex((row) => row.some((cell) => cell !== null)) + 1)

/**
 * Reads a file by what it holds, whatever it is called.
 * @throws AppError sheet-too-large, sheet-old-format, sheet-locked, sheet-unreadable, sheet-encoding, sheet-empty,
 * sheet-too-many-rows
 */
export const readSheet = async (bytes: Uint8Array): Promise<SheetGrid> => {
  if (bytes.length > largestFile) {
    throw new AppError('sheet-too-large', `${bytes.length} bytes`, {
      details: { bytes: bytes.length },
    })
  }
  if (isCompound(bytes)) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      passwordPart,
    )
    throw isLocked
      ? new AppError('sheet-locked', 'it has a password')
      : new AppError('sheet-old-format', 'a workbook of Excel 97 to 2003')
  }
  const grid = withoutBlankEnd(isZip(bytes) ? await readXlsxGrid(bytes) : readCsvGrid(bytes))
  if (grid.length <= mostRows) return grid
  throw new AppError('sheet-too-many-rows', `more than ${mostRows} rows`, {
    details: { rows: mostRows - 1 },
  })
}
