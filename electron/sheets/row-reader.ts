import type { SheetFaultCode } from '#shared/domain/sheet-fault.ts'
import type { ReadCell } from './cell-values.ts'
import type { FaultBook, FaultValues } from './fault-book.ts'
import type { TableRow } from './table.ts'

/** Takes values out of a row; whatever is wrong goes into the book, and the value is undefined. */
export interface RowReader<Id extends string> {
  readonly row: number
  /** Undefined where the cell is blank. */
  may<T>(id: Id, read: ReadCell<T>): T | undefined
  /** A blank cell is a fault. */
  must<T>(id: Id, read: ReadCell<T>): T | undefined
  isFilled(id: Id): boolean
  fault(id: Id, code: SheetFaultCode, values?: FaultValues): void
}

export const readRow = <Id extends string>(
  table: TableRow<Id>,
  faults: FaultBook,
): RowReader<Id> => {
  const fault: RowReader<Id>['fault'] = (id, code, values) =>
    faults.add(table.get(id) ?? { row: table.row }, code, values)
  const may: RowReader<Id>['may'] = (id, read) => {
    const cell = table.get(id)?.cell ?? null
    if (cell === null) return undefined
    const value = read(cell)
    if (value.ok) return value.value
    fault(id, value.error.code, value.error.values)
    return undefined
  }
  const isFilled = (id: Id): boolean => (table.get(id)?.cell ?? null) !== null
  return {
    row: table.row,
    may,
    must: (id, read) => {
      if (isFilled(id)) return may(id, read)
      fault(id, 'missing')
      return undefined
    },
    isFilled,
    fault,
  }
}
