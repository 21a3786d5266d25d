import { cartonRulesSchema } from '#shared/contract/linkstar-api.ts'
import { cartonSerial } from '#shared/domain/carton-code.ts'
import type { CartonFact } from './carton-fact.ts'
import type { Database } from './database.ts'
import { createLedger, type Known, type Ledger, type LedgerCarton } from './ledger.ts'
import { packedUnits } from './packed-units.ts'
import type { Held } from './rights-book.ts'

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const readCartons = async (
  tx: Database,
  codes: readonly string[],
): Promise<readonly LedgerCarton[]> => {
  const cartons = await tx
    .selectFrom('cartons')
    .selectAll()
    .where('carton_code', 'in', codes)
    .execute()
  if (cartons.length === 0) return []
  const contents = await tx
    .selectFrom('carton_contents')
    .selectAll()
    .where('carton_code', 'in', codes)
    .execute()
  const byCarton = Map.groupBy(contents, ({ carton_code }) => carton_code)
  return cartons.map((carton) => ({
    ...carton,
    contents: new Map(
      (byCarton.get(carton.carton_code) ?? []).map(({ sku, quantity }) => [sku, quantity]),
    ),
  }))
}

const readOrders = async (
  tx: Database,
  references: readonly string[],
): Promise<Known['orders']> => {
  const orders = await tx
    .selectFrom('orders')
    .select(['reference_no', 'status', 'carton_rules'])
    .where('reference_no', 'in', references)
    .execute()
  const lines = await tx
    .selectFrom('order_lines')
    .selectAll()
    .where('reference_no', 'in', references)
    .execute()
  const rights = await tx
    .selectFrom('rights')
    .selectAll()
    .where('reference_no', 'in', references)
    .where('unspent', '>', 0)
    .execute()
  const known = new Map<string, NonNullable<ReturnType<Known['orders']['get']>>>()
  for (const { reference_no, status, carton_rules } of orders) {
    const held = new Map<string, Map<string, Held>>()
    for (const { sku, station_id, unspent, carried, ...row } of rights) {
      if (row.reference_no !== reference_no) continue
      held.set(
        sku,
        (held.get(sku) ?? new Map<string, Held>()).set(station_id, { unspent, carried }),
      )
    }
    const own = lines.filter((line) => line.reference_no === reference_no)
    const plan = new Map(own.map(({ sku, plan_qty }) => [sku, plan_qty]))
    const packed = await packedUnits(tx, reference_no)
    known.set(reference_no, {
      status,
      plan,
      packed,
      rights: held,
      ...(carton_rules === null
        ? {}
        : { rules: cartonRulesSchema.parse(JSON.parse(carton_rules)) }),
    })
  }
  return known
}

const readLeases = async (
  tx: Database,
  stationId: string,
  seals: readonly { readonly reference_no: string; readonly carton_code: string }[],
): Promise<Pick<Known, 'codeLeases' | 'numberLeases'>> => {
  if (seals.length === 0) return { codeLeases: [], numberLeases: [] }
  const serials = seals.map(({ carton_code }) => cartonSerial(carton_code))
  const codeLeases = await tx
    .selectFrom('code_leases')
    .select(['first', 'last'])
    .where('station_id', '=', stationId)
    .where('first', '<=', Math.max(...serials))
    .where('last', '>=', Math.min(...serials))
    .execute()
  const numberLeases = await tx
    .selectFrom('number_leases')
    .select(['reference_no', 'first', 'last'])
    .where('station_id', '=', stationId)
    .where('reference_no', 'in', unique(seals.map(({ reference_no }) => reference_no)))
    .execute()
  return { codeLeases, numberLeases }
}

const nothingKnown: Known = {
  orders: new Map(),
  cartons: [],
  numbered: [],
  codeLeases: [],
  numberLeases: [],
  labels: [],
}

/** Reads what a run of facts is judged by; the orders are locked. */
export const readLedger = async (
  tx: Database,
  stationId: string,
  facts: readonly CartonFact[],
): Promise<Ledger> => {
  if (facts.length === 0) return createLedger(nothingKnown)
  const told = facts.map(({ payload }) => payload)
  const codes = unique(told.map(({ carton_code }) => carton_code))
  const references = unique(told.map(({ reference_no }) => reference_no))
  const seals = facts.flatMap((fact) => (fact.type === 'carton-sealed' ? [fact.payload] : []))
  const labelled = facts.filter(({ type }) => type === 'label-printed')
  return createLedger({
    orders: await readOrders(tx, references),
    cartons: await readCartons(tx, codes),
    numbered:
      seals.length === 0
        ? []
        : await tx
            .selectFrom('cartons')
            .select(['carton_code', 'reference_no', 'box_no'])
            .where('reference_no', 'in', references)
            .where('box_no', 'in', unique(seals.map(({ box_no }) => box_no)))
            .where('status', '!=', 'voided')
            .execute(),
    ...(await readLeases(tx, stationId, seals)),
    labels:
      labelled.length === 0
        ? []
        : await tx
            .selectFrom('labels')
            .select(['carton_code', 'revision', 'side', 'page', 'copy'])
            .where('carton_code', 'in', unique(labelled.map(({ payload }) => payload.carton_code)))
            .execute(),
  })
}
