import { plainHeading, type SheetColumn } from '#shared/domain/sheet-column.ts'
import type { FaultBook } from './fault-book.ts'
import type { SheetCell, SheetGrid } from './grid.ts'

/** A cell of a known column, and where it stands. */
export interface PlacedCell<Id extends string> {
  readonly column: SheetColumn<Id>
  /** Counted from 0. */
  readonly row: number
  readonly index: number
  readonly cell: SheetCell | null
}

export interface TableRow<Id extends string> {
  /** Counted from 0. */
  readonly row: number
  /** Undefined where the sheet has no such column. */
  get(id: Id): PlacedCell<Id> | undefined
}

export interface Table<Id extends string> {
  readonly columns: readonly SheetColumn<Id>[]
  readonly rows: readonly TableRow<Id>[]
}

const headingText = (cell: SheetCell | null): string =>
  cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.number) : ''

const longestShown = 40

/** A row that begins so is a remark and holds no goods. */
const isRemark = (row: SheetGrid[number]): boolean => headingText(row[0] ?? null).startsWith('#')
const isEmpty = (row: SheetGrid[number]): boolean => row.every((cell) => cell === null)

/** Where each column stands, by its heading in either language. */
const placeColumns = <Id extends string>(
  headings: SheetGrid[number],
  columns: readonly SheetColumn<Id>[],
  faults: FaultBook,
): ReadonlyMap<Id, number> => {
  const known = new Map(
    columns.flatMap((column) => [
      [plainHeading(column.zh), column] as const,
      [plainHeading(column.en), column] as const,
    ]),
  )
  const places = new Map<Id, number>()
  for (const [index, cell] of headings.entries()) {
    const heading = headingText(cell)
    const column = known.get(plainHeading(heading))
    if (column === undefined) {
      if (cell === null) continue
      faults.add({ row: 0, index }, 'heading-unknown', {
        heading: heading.replaceAll(/\p{C}/gu, '').slice(0, longestShown),
      })
    } else if (places.has(column.id)) faults.add({ row: 0, index, column }, 'heading-twice')
    else places.set(column.id, index)
  }
  for (const column of columns) {
    if (column.isRequired && !places.has(column.id)) {
      faults.add({ row: 0, column }, 'heading-missing')
    }
  }
  return places
}

/** The rows below the headings that hold something. Null when a heading that is needed is not there. */
export const readTable = <Id extends string>(
  grid: SheetGrid,
  columns: readonly SheetColumn<Id>[],
  faults: FaultBook,
): Table<Id> | null => {
  const places = placeColumns(grid[0] ?? [], columns, faults)
  const byId = new Map(columns.map((column) => [column.id, column]))
  if (columns.some(({ id, isRequired }) => isRequired && !places.has(id))) return null
  const rows = grid.flatMap((cells, row): TableRow<Id>[] => {
    if (row === 0 || isEmpty(cells) || isRemark(cells)) return []
    return [
      {
        row,
        get: (id) => {
          const [index, column] = [places.get(id), byId.get(id)]
          return index === undefined || column === undefined
            ? undefined
            : { column, row, index, cell: cells[index] ?? null }
        },
      },
    ]
  })
  return { columns: columns.filter(({ id }) => places.has(id)), rows }
}

/** What a cell says, for comparing it with another. */
export const sameText = (cell: SheetCell | null): string => {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.number)
    case 'date':
      return cell.at.toISOString()
    case 'yes-no':
      return cell.isYes ? 'yes' : 'no'
    default:
      return cell.kind
  }
}

const unreadable: ReadonlySet<SheetCell['kind']> = new Set(['formula', 'cell-error', 'merged'])

/** A cell of a row below the one that counts: it must not say otherwise. */
const compare = <Id extends string>(
  first: PlacedCell<Id>,
  placed: PlacedCell<Id>,
  faults: FaultBook,
): void => {
  const { cell } = placed
  if (cell === null || first.cell === null) return
  if (cell.kind === 'formula' || cell.kind === 'cell-error' || cell.kind === 'merged') {
    faults.add(placed, cell.kind)
  } else if (!unreadable.has(first.cell.kind) && sameText(cell) !== sameText(first.cell)) {
    faults.add(placed, 'differs-above', { row: first.row + 1 })
  }
}

/**
 * Several rows about the same thing as one: a column counts where it is filled first, and whoever says otherwise below is
 * told so. The row it is missing in is the first.
 */
export const mergeRows = <Id extends string>(
  rows: readonly TableRow<Id>[],
  columns: readonly SheetColumn<Id>[],
  faults: FaultBook,
): TableRow<Id> => {
  const cells = new Map<Id, PlacedCell<Id>>()
  for (const { id } of columns) {
    for (const row of rows) {
      const placed = row.get(id)
      if (placed === undefined) continue
      const first = cells.get(id)
      if (first === undefined || (first.cell === null && placed.cell !== null)) {
        cells.set(id, placed)
      } else compare(first, placed, faults)
    }
  }
  return { row: rows[0]?.row ?? 0, get: (id) => cells.get(id) }
}
