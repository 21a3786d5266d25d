import { cartonUnits, type ParkPurpose } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import type { Store } from '#electron/store/index.ts'
import type { CartonRecords } from './carton-records.ts'

/** A carton that is off the bench with a temporary label. */
export interface Parked {
  readonly code: CartonCode
  readonly orderNo: OrderNo
  readonly purpose: ParkPurpose
}

export type ParkingLabelState = ParkedCarton['label']

/** Cartons off the bench before they have their marks. Writes run in the caller's transaction. */
export interface ParkedCartons {
  find(code: CartonCode): Parked | null
  countOf(orderNo: OrderNo): number
  /** An order with a parked carton that has a line of these goods. */
  orderThatWants(sku: Sku): OrderNo | null
  /** Longest parked first. */
  list(): ParkedCarton[]
  add(code: CartonCode, purpose: ParkPurpose, operator: string | null, at: string): void
  /** It is on the bench again, or was given up. */
  remove(code: CartonCode): void
  /** What became of its temporary label; nothing where it is parked no more. */
  labelIs(code: CartonCode, state: ParkingLabelState): void
}

export const createParkedCartons = (
  store: Store,
  cartons: Pick<CartonRecords, 'find'>,
): ParkedCartons => {
  const byCode = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('parked_cartons')
      .innerJoin('cartons', 'cartons.code', 'parked_cartons.code')
      .select(['cartons.order_no', 'parked_cartons.purpose'])
      .where('parked_cartons.code', '=', param('code')),
  )
  const all = store.prepare()((db) => db.selectFrom('parked_cartons').selectAll().orderBy('id'))
  const count = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('parked_cartons')
      .innerJoin('cartons', 'cartons.code', 'parked_cartons.code')
      .select(({ fn }) => fn.countAll<number>().as('parked'))
      .where('cartons.order_no', '=', param('orderNo')),
  )
  const wanting = store.prepare<{ sku: string }>()((db, param) =>
    db
      .selectFrom('parked_cartons')
      .innerJoin('cartons', 'cartons.code', 'parked_cartons.code')
      .innerJoin('order_lines', 'order_lines.order_no', 'cartons.order_no')
      .select('cartons.order_no')
      .where('order_lines.sku', '=', param('sku'))
      .limit(1),
  )
  const insert = store.prepare<{
    code: string
    purpose: string
    operator: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('parked_cartons').values({
      code: param('code'),
      purpose: param('purpose'),
      operator: param('operator'),
      parked_at: param('at'),
      label: 'due',
    }),
  )
  const drop = store.prepare<{ code: string }>()((db, param) =>
    db.deleteFrom('parked_cartons').where('code', '=', param('code')),
  )
  const setLabel = store.prepare<{ code: string; label: string }>()((db, param) =>
    db
      .updateTable('parked_cartons')
      .set({ label: param('label') })
      .where('code', '=', param('code')),
  )

  return {
    find: (code) => {
      const row = byCode.get({ code })
      return row === undefined
        ? null
        : { code, orderNo: row.order_no as OrderNo, purpose: row.purpose as ParkPurpose }
    },
    orderThatWants: (sku) => (wanting.get({ sku })?.order_no ?? null) as OrderNo | null,
    countOf: (orderNo) => count.get({ orderNo })?.parked ?? 0,
    list: () =>
      all.all({}).flatMap((row) => {
        const carton = cartons.find(row.code as CartonCode)
        if (carton === null) return []
        const { code, orderNo, cartonNo, boxType, contents } = carton
        return {
          code,
          orderNo,
          cartonNo,
          units: cartonUnits(contents),
          skus: contents.length,
          box: { nameZh: boxType.nameZh, nameEn: boxType.nameEn },
          purpose: row.purpose as ParkPurpose,
          operator: row.operator,
          parkedAt: row.parked_at,
          label: row.label as ParkingLabelState,
        }
      }),
    add: (code, purpose, operator, at) => {
      insert.run({ code, purpose, operator, at })
    },
    remove: (code) => {
      drop.run({ code })
    },
    labelIs: (code, label) => {
      setLabel.run({ code, label })
    },
  }
}
