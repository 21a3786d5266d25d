import type { SheetFault } from '#shared/domain/sheet-fault.ts'
import { hashedPayload } from '#electron/command-hash/index.ts'
import { localTime } from '#shared/domain/local-time.ts'
import { packingColumns } from '#shared/domain/order-columns.ts'
import { createFaultBook } from './fault-book.ts'
import type { SheetGrid } from './grid.ts'
import { type OrderContext, readOrders } from './read-orders.ts'
import { type PlannableOrder, readPackingList } from './read-packing-list.ts'
import { readSheet } from './read-sheet.ts'
import { readTable, sameText } from './table.ts'
import { type PackingListInput, writePackingList } from './packing-list.ts'
import { type TemplateInput, writeTemplate } from './templates.ts'

/** What the worker is asked. */
export interface SheetQuestions {
  readonly 'read-orders': {
    readonly bytes: Uint8Array
    readonly context: Omit<OrderContext, 'localTime'>
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

/** What a file would bring, ready to be asked of the server: an order is large, and nobody opens it again here. */
export interface SheetRead {
  readonly faults: readonly SheetFault[]
  readonly orders: readonly {
    readonly orderNo: string
    readonly lines: number
    readonly units: number
    readonly cartons: number
  }[]
  readonly commands: readonly HashedImport[]
}

export interface SheetAnswers {
  readonly 'read-orders': SheetRead
  readonly 'named-orders': readonly string[]
  readonly 'read-packing-list': SheetRead
  readonly 'write-template': Uint8Array
  readonly 'write-packing-list': Uint8Array
}

export type SheetQuestion = {
  [Kind in keyof SheetQuestions]: { readonly kind: Kind; readonly asked: SheetQuestions[Kind] }
}[keyof SheetQuestions]

export interface HashedImport {
  readonly type: 'import-order' | 'plan-boxes'
  /** RFC 8785 canonical JSON of the payload. */
  readonly text: string
  readonly hash: string
}

const hashed = (type: HashedImport['type'], payload: object): HashedImport => ({
  type,
  ...hashedPayload(type, payload),
})

const ordersOf = (grid: SheetGrid, context: OrderContext): SheetRead => {
  const { orders, faults } = readOrders(grid, context)
  return {
    faults,
    orders: orders.map(({ reference_no, lines }) => ({
      orderNo: reference_no,
      lines: lines.length,
      units: lines.reduce((sum, { plan_qty }) => sum + plan_qty, 0),
      cartons: 0,
    })),
    commands: orders.map((order) =>
      hashed('import-order', { reference_no: order.reference_no, order }),
    ),
  }
}

const plansOf = (grid: SheetGrid, known: ReadonlyMap<string, PlannableOrder>): SheetRead => {
  const { plans, faults } = readPackingList(grid, known)
  return {
    faults,
    orders: plans.map(({ reference_no, planned_boxes }) => {
      const contents = planned_boxes.flatMap(({ box_details }) => box_details)
      return {
        orderNo: reference_no,
        lines: new Set(contents.map(({ sku }) => sku)).size,
        units: contents.reduce((sum, { quantity }) => sum + quantity, 0),
        cartons: planned_boxes.length,
      }
    }),
    commands: plans.map((plan) => hashed('plan-boxes', plan)),
  }
}

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
      return ordersOf(await readSheet(asked.bytes), { ...asked.context, localTime })
    case 'named-orders':
      return namedOrders(asked.bytes)
    case 'read-packing-list':
      return plansOf(await readSheet(asked.bytes), asked.orders)
    case 'write-template':
      return writeTemplate(asked)
    case 'write-packing-list':
      return writePackingList(asked)
  }
}
