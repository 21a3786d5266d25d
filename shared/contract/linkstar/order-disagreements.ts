import { boxBreach, breachText, type WireCartonRules } from './carton-rules.ts'

interface Disagreement {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The parts of an order that must agree with each other. */
interface OrderParts {
  readonly lines: readonly { readonly line_no: number; readonly sku: string }[]
  readonly skus: readonly {
    readonly sku: string
    readonly barcodes: readonly { readonly value: string }[]
  }[]
  readonly planned_boxes?: readonly {
    readonly box_no: number
    readonly box_details: readonly { readonly sku: string; readonly quantity: number }[]
  }[]
  readonly carton_rules?: WireCartonRules
}

function* repeated(
  list: string,
  field: string,
  values: Iterable<string | number>,
): Generator<Disagreement> {
  const seen = new Map<string | number, number>()
  let index = 0
  for (const value of values) {
    const first = seen.get(value)
    if (first === undefined) seen.set(value, index)
    else {
      const message = `${value} already stands in ${list}[${first}]`
      yield { path: [list, index, field], message }
    }
    index += 1
  }
}

function* sharedBarcodes(order: OrderParts): Generator<Disagreement> {
  const owners = new Map<string, string>()
  for (const [index, sku] of order.skus.entries()) {
    for (const [position, { value }] of sku.barcodes.entries()) {
      const owner = owners.get(value)
      if (owner === undefined) owners.set(value, sku.sku)
      else if (owner !== sku.sku) {
        const message = `${value} is already a code of ${owner}`
        yield { path: ['skus', index, 'barcodes', position, 'value'], message }
      }
    }
  }
}

/** Rules about goods that are not in the order would bind nobody, and hide a misspelt SKU. */
function* strangeRules({ carton_rules, lines }: OrderParts): Generator<Disagreement> {
  const ordered = new Set(lines.map((line) => line.sku))
  for (const [index, group] of (carton_rules?.keep_apart ?? []).entries()) {
    for (const [position, sku] of group.entries()) {
      if (ordered.has(sku)) continue
      const path = ['carton_rules', 'keep_apart', index, position]
      yield { path, message: `${sku} is on no line of the order` }
    }
  }
}

/** What one field of a stocking order says against another: each with the path of the field at fault. */
export function* orderDisagreements(order: OrderParts): Generator<Disagreement> {
  yield* repeated(
    'lines',
    'line_no',
    order.lines.map((line) => line.line_no),
  )
  yield* repeated(
    'lines',
    'sku',
    order.lines.map((line) => line.sku),
  )
  yield* repeated(
    'skus',
    'sku',
    order.skus.map((sku) => sku.sku),
  )
  yield* sharedBarcodes(order)

  const described = new Set(order.skus.map((sku) => sku.sku))
  for (const [index, { sku }] of order.lines.entries()) {
    if (!described.has(sku)) {
      yield { path: ['lines', index, 'sku'], message: `${sku} is not described in skus` }
    }
  }

  const boxes = order.planned_boxes ?? []
  yield* repeated(
    'planned_boxes',
    'box_no',
    boxes.map((box) => box.box_no),
  )
  const ordered = new Set(order.lines.map((line) => line.sku))
  yield* strangeRules(order)
  for (const [index, box] of boxes.entries()) {
    const breach = boxBreach(order.carton_rules, box.box_details)
    if (breach !== null) {
      yield { path: ['planned_boxes', index, 'box_details'], message: breachText(breach) }
    }
    for (const [position, { sku }] of box.box_details.entries()) {
      if (ordered.has(sku)) continue
      const path = ['planned_boxes', index, 'box_details', position, 'sku']
      yield { path, message: `${sku} is on no line of the order` }
    }
  }
}
