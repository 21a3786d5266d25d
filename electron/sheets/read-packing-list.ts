import { type CartonRules, ruleBreach } from '#shared/domain/carton-rules.ts'
import type { Sku } from '#shared/domain/order.ts'
import { type PackingColumnId, packingColumns } from '#shared/domain/order-columns.ts'
import type { SheetFault } from '#shared/domain/sheet-fault.ts'
import { wholeOf } from './cell-values.ts'
import { createFaultBook, type FaultBook } from './fault-book.ts'
import type { SheetGrid } from './grid.ts'
import { orderNoCell, quantityCell, skuCell } from './read-orders.ts'
import { readRow } from './row-reader.ts'
import { readTable, type TableRow } from './table.ts'

interface Content {
  readonly sku: string
  readonly quantity: number
}

/** An order that may be planned, as far as a packing list has to fit it. */
export interface PlannableOrder {
  readonly isOpen: boolean
  /** Another plan of it is on its way to the server. */
  readonly isUnderWay: boolean
  /** Units ordered, by SKU. */
  readonly ordered: ReadonlyMap<string, number>
  /** What the order asks of each of its cartons. */
  readonly rules: CartonRules
  /** Cartons whose marks were printed ahead, with what stands on them. */
  readonly printed: ReadonlyMap<number, readonly Content[]>
}

export interface PlannedBoxes {
  readonly reference_no: string
  readonly planned_boxes: { box_no: number; box_details: { sku: string; quantity: number }[] }[]
}

export interface PackingListRead {
  /** All plans of the file when nothing is wrong; none otherwise. */
  readonly plans: readonly PlannedBoxes[]
  readonly faults: readonly SheetFault[]
}

type Fault = readonly [code: SheetFault['code'], values: SheetFault['values']]

interface Line {
  readonly row: TableRow<PackingColumnId>
  readonly orderNo: string
  readonly cartonNo: number
  readonly sku: string
  readonly quantity: number
}

/** The server hands carton numbers out one after the other: a typing error must not lease a million of them. */
const largestCartonNo = 10_000
const cartonNoCell = wholeOf(1, largestCartonNo)

const readLine = (row: TableRow<PackingColumnId>, faults: FaultBook): readonly Line[] => {
  const reader = readRow(row, faults)
  const orderNo = reader.must('orderNo', orderNoCell)
  const cartonNo = reader.must('cartonNo', cartonNoCell)
  const sku = reader.must('sku', skuCell)
  const quantity = reader.must('quantity', quantityCell)
  return orderNo === undefined ||
    cartonNo === undefined ||
    sku === undefined ||
    quantity === undefined
    ? []
    : [{ row, orderNo, cartonNo, sku, quantity }]
}

const textOf = (contents: readonly Content[]): string =>
  contents
    .map(({ sku, quantity }) => JSON.stringify([sku, quantity]))
    .toSorted()
    .join()

/** A carton that could not be packed as it is planned: told at the first row that is too much. */
const tellBreach = (
  box: ReadonlyMap<string, Line>,
  rules: CartonRules,
  tell: (line: Line, id: PackingColumnId, ...fault: Fault) => void,
): void => {
  const lines = [...box.values()]
  const breach = ruleBreach(
    rules,
    lines.map(({ sku, quantity }) => ({ sku: sku as Sku, quantity })),
  )
  const line = (breach?.rule === 'units' ? undefined : box.get(breach?.sku ?? '')) ?? lines.at(-1)
  if (breach === null || line === undefined) return
  if (breach.rule === 'units') {
    tell(line, 'quantity', 'box-units', { max: breach.max, units: breach.units })
  } else if (breach.rule === 'skus') tell(line, 'sku', 'box-skus', { max: breach.max })
  else tell(line, 'sku', 'box-apart', { other: breach.other })
}

/** Fits one order's rows to the order, and makes its cartons of them. */
const planOf = (
  lines: readonly Line[],
  order: PlannableOrder,
  faults: FaultBook,
): PlannedBoxes['planned_boxes'] => {
  const at = ({ row }: Line, id: PackingColumnId) => row.get(id) ?? { row: row.row }
  const planned = new Map<string, number>()
  const boxes = new Map<number, Map<string, Line>>()
  for (const line of lines) {
    const { sku, cartonNo, quantity } = line
    const ordered = order.ordered.get(sku)
    const box = boxes.get(cartonNo) ?? new Map<string, Line>()
    boxes.set(cartonNo, box)
    const first = box.get(sku)
    if (first === undefined) box.set(sku, line)
    else faults.add(at(line, 'sku'), 'repeated', { row: first.row.row + 1 })
    const sum = (planned.get(sku) ?? 0) + quantity
    planned.set(sku, sum)
    if (ordered === undefined) faults.add(at(line, 'sku'), 'not-in-order')
    else if (sum > ordered && sum - quantity <= ordered) {
      faults.add(at(line, 'quantity'), 'over-planned', { ordered, planned: sum })
    }
  }
  for (const box of boxes.values()) {
    tellBreach(box, order.rules, (line, id, ...fault) => faults.add(at(line, id), ...fault))
  }
  for (const [cartonNo, contents] of order.printed) {
    const box = [...(boxes.get(cartonNo)?.values() ?? [])]
    if (textOf(box) === textOf(contents)) continue
    const [line] = box.length > 0 ? box : lines
    if (line !== undefined) faults.add(at(line, 'cartonNo'), 'mark-printed', { cartonNo })
  }
  return [...boxes]
    .toSorted(([one], [other]) => one - other)
    .map(([box_no, box]) => ({
      box_no,
      box_details: [...box.values()].map(({ sku, quantity }) => ({ sku, quantity })),
    }))
}

/** Reads a sheet of planned cartons: every fault of every cell, or the plan of each order. */
export const readPackingList = (
  grid: SheetGrid,
  orders: ReadonlyMap<string, PlannableOrder>,
): PackingListRead => {
  const faults = createFaultBook()
  const table = readTable<PackingColumnId>(grid, packingColumns, faults)
  if (table === null) return { plans: [], faults: faults.list() }
  const lines = table.rows.flatMap((row) => readLine(row, faults))
  const plans: PlannedBoxes[] = []
  for (const [reference_no, group] of Map.groupBy(lines, ({ orderNo }) => orderNo)) {
    const place = group[0]?.row.get('orderNo')
    const order = orders.get(reference_no)
    if (place === undefined) continue
    if (order === undefined) faults.add(place, 'order-unknown')
    else if (!order.isOpen) faults.add(place, 'order-not-open')
    else {
      if (order.isUnderWay) faults.add(place, 'order-under-way')
      plans.push({ reference_no, planned_boxes: planOf(group, order, faults) })
    }
  }
  const found = faults.list()
  return { plans: found.length === 0 ? plans : [], faults: found }
}
