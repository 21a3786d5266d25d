import type { Database } from './database.ts'
import { packedUnits } from './packed-units.ts'

/**
 * The bounded counter of one order line: pool + unspent + spent = ordered. The pool is what the others leave,
 * so it is never stored; it is below 0 only where stations packed what was not theirs.
 */
export interface LineRights {
  readonly ordered: number
  readonly spent: number
  /** By station. */
  readonly unspent: ReadonlyMap<string, number>
  readonly pool: number
}

/** A line of which this much is packed and this much is held. */
export const rightsOf = (
  ordered: number,
  spent: number,
  unspent: ReadonlyMap<string, number>,
): LineRights => {
  const granted = [...unspent.values()].reduce((sum, units) => sum + units, 0)
  return { ordered, spent, unspent, pool: ordered - spent - granted }
}

/** All lines of an order, by SKU. */
export const lineRights = async (
  tx: Database,
  referenceNo: string,
): Promise<ReadonlyMap<string, LineRights>> => {
  const lines = await tx
    .selectFrom('order_lines')
    .select(['sku', 'plan_qty'])
    .where('reference_no', '=', referenceNo)
    .orderBy('sku')
    .execute()
  const rights = await tx
    .selectFrom('rights')
    .select(['sku', 'station_id', 'unspent'])
    .where('reference_no', '=', referenceNo)
    .where('unspent', '>', 0)
    .execute()
  const packed = await packedUnits(tx, referenceNo)
  const bySku = Map.groupBy(rights, ({ sku }) => sku)
  return new Map(
    lines.map(({ sku, plan_qty: ordered }) => {
      const unspent = new Map((bySku.get(sku) ?? []).map((row) => [row.station_id, row.unspent]))
      return [sku, rightsOf(ordered, packed.get(sku) ?? 0, unspent)]
    }),
  )
}

export interface Holder {
  readonly reference_no: string
  readonly sku: string
  readonly station_id: string
}

export interface Held {
  readonly unspent: number
  /** The part of it that was granted in an earlier epoch, which the station may have forgotten. */
  readonly carried: number
}

export const held = async (tx: Database, holder: Holder): Promise<Held> => {
  const row = await tx
    .selectFrom('rights')
    .select(['unspent', 'carried'])
    .where('reference_no', '=', holder.reference_no)
    .where('sku', '=', holder.sku)
    .where('station_id', '=', holder.station_id)
    .executeTakeFirst()
  return row ?? { unspent: 0, carried: 0 }
}

/** Writes what a station holds. The caller has locked the order. */
export const hold = async (tx: Database, holder: Holder, rights: Held): Promise<void> => {
  const { unspent } = rights
  const row = { unspent, carried: Math.min(rights.carried, unspent) }
  await tx
    .insertInto('rights')
    .values({ ...holder, ...row })
    .onConflict((conflict) =>
      conflict.columns(['reference_no', 'sku', 'station_id']).doUpdateSet(row),
    )
    .execute()
}

/** Changes what a station holds by `units`, which may be negative. */
export const addUnspent = async (tx: Database, holder: Holder, units: number): Promise<void> => {
  if (units === 0) return
  const { unspent, carried } = await held(tx, holder)
  await hold(tx, holder, { unspent: unspent + units, carried })
}

/** A new epoch begins: what the station holds waits until it asks for it again. */
export const carryRights = async (tx: Database, stationId: string): Promise<void> => {
  await tx
    .updateTable('rights')
    .set((eb) => ({ carried: eb.ref('unspent') }))
    .where('station_id', '=', stationId)
    .execute()
}
