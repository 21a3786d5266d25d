import { localTime } from '#shared/domain/local-time.ts'
import { packingColumns } from '#shared/domain/order-columns.ts'
import { createFaultBook } from './fault-book.ts'
import { type OrderContext, type OrdersRead, readOrders } from './read-orders.ts'
import { type PackingListRead, type PlannableOrder, readPackingList } from './read-packing-list.ts'
import { readSheet } from './read-sheet.ts'
import { readTable, sameText } from './table.ts'
import { type PackingListInput, writePackingList } from './packing-list.ts'
import { type TemplateInput, writeTemplate } from './templates.ts'

type Cloned<T> = {
  readonly [Key in keyof T as T[Key] extends (...args: never) => unknown ? never : Key]: T[Key]
}

/** What the worker is asked. */
export interface SheetQuestions {
  readonly 'read-orders': {
    readonly bytes: Uint8Array
    readonly context: Cloned<OrderContext>
  }
  /** The order numbers that a packing list names. */
  readonly 'named-orders': { readonly bytes: Uint8Array }
  readonly 'read-packing-list': {
    readonly bytes: Uint8Array
    readonly orders: ReadonlyMap<string, PlannableOrder>
  }
  readonly 'write-template': TemplateInput
  readonly 'write-packing-list': PackingListInput
}

export interface SheetAnswers {
  readonly 'read-orders': OrdersRead
  readonly 'named-orders': readonly string[]
  readonly 'read-packing-list': PackingListRead
  readonly 'write-template': Uint8Array
  readonly 'write-packing-list': Uint8Array
}

export type SheetQuestion = {
  [Kind in keyof SheetQuestions]: { readonly kind: Kind; readonly asked: SheetQuestions[Kind] }
}[keyof SheetQuestions]

const mostNamed = 1000

const namedOrders = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const table = readTable(await readSheet(bytes), packingColumns, createFaultBook())
  const names = table?.rows.map((row) => sameText(row.get('orderNo')?.cell ?? null)) ?? []
  return [...new Set(names)].slice(0, mostNamed)
}

/** Everything about sheets that takes its time. */
export const answerSheetCall = async ({
  kind,
  asked,
}: SheetQuestion): Promise<SheetAnswers[keyof SheetAnswers]> => {
  switch (kind) {
    case 'read-orders':
      return readOrders(await readSheet(asked.bytes), { ...asked.context, localTime })
    case 'named-orders':
      return namedOrders(asked.bytes)
    case 'read-packing-list':
      return readPackingList(await readSheet(asked.bytes), asked.orders)
    case 'write-template':
      return writeTemplate(asked)
    case 'write-packing-list':
      return writePackingList(asked)
  }
}
