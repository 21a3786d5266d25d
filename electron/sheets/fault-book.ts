import { columnLetters, type SheetColumn } from '#shared/domain/sheet-column.ts'
import type { SheetFault, SheetFaultCode } from '#shared/domain/sheet-fault.ts'

export type FaultValues = SheetFault['values']

/** Which cell, counted from 0; without a column the whole row is meant. */
export interface Place {
  readonly row: number
  readonly index?: number
  readonly column?: SheetColumn
}

/** Everything that is wrong with a sheet: none hides another. */
export interface FaultBook {
  add(place: Place, code: SheetFaultCode, values?: FaultValues): void
  /** From top to bottom, from left to right. */
  list(): readonly SheetFault[]
}

export const createFaultBook = (): FaultBook => {
  const faults: (SheetFault & { readonly index: number })[] = []
  return {
    add: ({ row, index = -1, column }, code, values = {}) => {
      faults.push({
        row: row + 1,
        column: index < 0 ? '' : columnLetters(index),
        headingZh: column?.zh ?? '',
        headingEn: column?.en ?? '',
        code,
        values,
        index,
      })
    },
    list: () =>
      faults
        .toSorted((one, other) => one.row - other.row || one.index - other.index)
        .map(({ index: _, ...fault }) => fault),
  }
}
