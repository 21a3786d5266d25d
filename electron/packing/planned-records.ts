import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, PlannedCarton } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

/** A mark that was printed ahead: its carton number has this code for ever. */
export interface PlannedMark {
  readonly code: CartonCode
  readonly orderNo: OrderNo
  readonly cartonNo: number
}

/** Planned cartons and the marks printed ahead for them. Writes run in the caller's transaction. */
export interface PlannedRecords {
  /** By carton number. */
  cartons(orderNo: OrderNo): readonly PlannedCarton[]
  /** What the seller wants in this carton; null where none is planned with that number. */
  contents(orderNo: OrderNo, cartonNo: number): PlannedCarton['contents'] | null
  /** By carton number. */
  marks(orderNo: OrderNo): readonly PlannedMark[]
  find(code: CartonCode): PlannedMark | null
  /** Planned cartons of the order, and how many of them were opened by their mark. */
  progress(orderNo: OrderNo): { readonly total: number; readonly opened: number }
  add(mark: PlannedMark, at: string): void
}

export const createPlannedRecords = (store: Store): PlannedRecords => {
  const cartons = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('planned_cartons')
      .select(['carton_no', 'contents'])
      .where('order_no', '=', param('orderNo'))
      .orderBy('carton_no'),
  )
  const oneCarton = store.prepare<{ orderNo: string; cartonNo: number }>()((db, param) =>
    db
      .selectFrom('planned_cartons')
      .select('contents')
      .where('order_no', '=', param('orderNo'))
      .where('carton_no', '=', param('cartonNo')),
  )
  const marks = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('planned_marks')
      .select(['code', 'order_no', 'carton_no'])
      .where('order_no', '=', param('orderNo'))
      .orderBy('carton_no'),
  )
  const byCode = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('planned_marks')
      .select(['code', 'order_no', 'carton_no'])
      .where('code', '=', param('code')),
  )
  const counts = store.prepare<{ orderNo: string }>()((db, param) =>
    db.selectNoFrom((row) => [
      row
        .selectFrom('planned_cartons')
        .where('order_no', '=', param('orderNo'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('total'),
      row
        .selectFrom('cartons')
        .where('order_no', '=', param('orderNo'))
        .where('plan', 'is not', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('opened'),
    ]),
  )
  const insert = store.prepare<{ code: string; orderNo: string; cartonNo: number; at: string }>()(
    (db, param) =>
      db.insertInto('planned_marks').values({
        code: param('code'),
        order_no: param('orderNo'),
        carton_no: param('cartonNo'),
        created_at: param('at'),
      }),
  )
  type Row = NonNullable<ReturnType<typeof byCode.get>>
  const fromRow = ({ code, order_no, carton_no }: Row): PlannedMark => ({
    code: code as CartonCode,
    orderNo: order_no as OrderNo,
    cartonNo: carton_no,
  })
  return {
    cartons: (orderNo) =>
      cartons.all({ orderNo }).map(({ carton_no, contents }) => ({
        cartonNo: carton_no,
        contents: JSON.parse(contents) as PlannedCarton['contents'],
      })),
    contents: (orderNo, cartonNo) => {
      const row = oneCarton.get({ orderNo, cartonNo })
      return row === undefined ? null : (JSON.parse(row.contents) as PlannedCarton['contents'])
    },
    marks: (orderNo) => marks.all({ orderNo }).map(fromRow),
    find: (code) => {
      const row = byCode.get({ code })
      return row === undefined ? null : fromRow(row)
    },
    progress: (orderNo) => {
      const found = counts.get({ orderNo })
      return { total: found?.total ?? 0, opened: found?.opened ?? 0 }
    },
    add: ({ code, orderNo, cartonNo }, at) => {
      insert.run({ code, orderNo, cartonNo, at })
    },
  }
}
