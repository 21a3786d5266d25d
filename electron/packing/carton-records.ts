import { sql } from 'kysely'
import type {
  BoxType,
  Carton,
  CartonContent,
  CartonState,
  WeightSource,
} from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { AcceptedScan, BenchCarton } from '#shared/domain/pack-session.ts'
import type { Grams, Size } from '#shared/domain/units.ts'
import type { Store } from '#electron/store/index.ts'

/** A carton as the store holds it. */
export interface StoredCarton extends Carton, Pick<BenchCarton, 'plan' | 'markRevision'> {
  readonly sealedAt: string | null
}

export interface CartonRecords {
  find(code: CartonCode): StoredCarton | null
  /** Its carton number. */
  numberOf(code: CartonCode): number | null
  /** Newest carton number first. */
  ofOrder(orderNo: OrderNo): StoredCarton[]
  acceptedScans(code: CartonCode): AcceptedScan[]
  open(orderNo: OrderNo, carton: BenchCarton, at: string): void
  /** As if it had never been opened; what was scanned meanwhile stays written down. */
  unopen(code: CartonCode): void
  addUnits(orderNo: OrderNo, code: CartonCode, sku: Sku, units: number): void
  /** So that undo finds units that no scan of their own put in. */
  noteRepeated(orderNo: OrderNo, code: CartonCode, sku: Sku, units: number, at: string): void
  takeBackLast(orderNo: OrderNo, code: CartonCode, sku: Sku, units: number): void
  /** Out of the carton, whenever they went in: nothing before can be undone any more. */
  putBack(orderNo: OrderNo, code: CartonCode, sku: Sku, units: number): void
  chooseBox(code: CartonCode, boxType: BoxType): void
  /** null: the box type's size counts. */
  measure(code: CartonCode, size: Size | null): void
  seal(carton: BenchCarton, weight: NonNullable<Carton['weight']>, at: string): void
  setState(code: CartonCode, state: Exclude<CartonState, 'parked'>): void
  reopen(code: CartonCode, revision: number): void
  /** The carton keeps its contents as evidence; the order's lines get their units back. */
  void(orderNo: OrderNo, code: CartonCode): void
  note(code: CartonCode, revision: number, kind: string, detail: object, at: string): void
  /** Labels printed ahead that were scanned back since it was sealed. */
  marksScannedBack(code: CartonCode): number
  /** Ids of the rolls whose marks were confirmed for this revision. */
  rollsConfirmed(code: CartonCode, revision: number): ReadonlySet<string>
}

const isParked = sql<
  0 | 1
>`exists (select 1 from parked_cartons where parked_cartons.code = cartons.code)`.as('is_parked')

export const createCartonRecords = (store: Store): CartonRecords => {
  const byCode = store.prepare<{ code: string }>()((db, param) =>
    db.selectFrom('cartons').selectAll().select(isParked).where('code', '=', param('code')),
  )
  const numberOf = store.prepare<{ code: string }>()((db, param) =>
    db.selectFrom('cartons').select('carton_no').where('code', '=', param('code')),
  )
  const byOrder = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('cartons')
      .selectAll()
      .select(isParked)
      .where('order_no', '=', param('orderNo'))
      .orderBy('carton_no', 'desc'),
  )
  const contentsOf = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('carton_contents')
      .select(['sku', 'quantity'])
      .where('code', '=', param('code'))
      .orderBy('position'),
  )
  const acceptedOf = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('scans')
      .select(['id', 'sku', 'units'])
      .where('carton_code', '=', param('code'))
      // None of them is older than the carton: nothing before its first scan is read.
      .where('id', '>=', (row) =>
        row.selectFrom('cartons').where('code', '=', param('code')).select('first_scan'),
      )
      // What went back to the shelf since is no scan's any more.
      .where('id', '>', (row) =>
        row
          .selectFrom('scans as back')
          .where('back.carton_code', '=', param('code'))
          .where('back.outcome', '=', 'put-back')
          .where('back.id', '>=', (inner) =>
            inner.selectFrom('cartons').where('code', '=', param('code')).select('first_scan'),
          )
          .select(({ fn, val }) => fn.coalesce(fn.max('back.id'), val(0)).as('last')),
      )
      .where('outcome', '=', 'accepted')
      .where('undone', '=', 0)
      .orderBy('id'),
  )
  const insert = store.prepare<{
    code: string
    orderNo: string
    cartonNo: number
    boxType: string
    plan: string | null
    markRevision: number
    at: string
  }>()((db, param) =>
    db.insertInto('cartons').values((row) => ({
      code: param('code'),
      order_no: param('orderNo'),
      carton_no: param('cartonNo'),
      state: 'open',
      box_type: param('boxType'),
      gross_g: null,
      weight_source: null,
      weight_reason: null,
      opened_at: param('at'),
      sealed_at: null,
      measured: null,
      plan: param('plan'),
      mark_revision: param('markRevision'),
      // The scan that opens it has just been written down.
      first_scan: row
        .selectFrom('scans')
        .select(({ fn, val }) => fn.coalesce(fn.max('id'), val(0)).as('last')),
    })),
  )
  /** What stands on the carton comes first. */
  const dropUnopened = [
    store.prepare<{ code: string }>()((db, param) =>
      db.updateTable('bench').set({ carton_code: null }).where('carton_code', '=', param('code')),
    ),
    store.prepare<{ code: string }>()((db, param) =>
      db.deleteFrom('carton_events').where('code', '=', param('code')),
    ),
    store.prepare<{ code: string }>()((db, param) =>
      db.deleteFrom('cartons').where('code', '=', param('code')),
    ),
  ]
  const moreContent = store.prepare<{ code: string; sku: string; units: number }>()((db, param) =>
    db
      .updateTable('carton_contents')
      .set((row) => ({ quantity: row('quantity', '+', param('units')) }))
      .where('code', '=', param('code'))
      .where('sku', '=', param('sku')),
  )
  const newContent = store.prepare<{ code: string; sku: string; units: number }>()((db, param) =>
    db.insertInto('carton_contents').values((row) => ({
      code: param('code'),
      sku: param('sku'),
      quantity: param('units'),
      position: row
        .selectFrom('carton_contents')
        .where('code', '=', param('code'))
        .select(({ eb, fn, val }) =>
          eb(fn.coalesce(fn.max('position'), val(0)), '+', 1).as('next'),
        ),
    })),
  )
  const lessContent = store.prepare<{ code: string; sku: string; units: number }>()((db, param) =>
    db
      .updateTable('carton_contents')
      .set((row) => ({ quantity: row('quantity', '-', param('units')) }))
      .where('code', '=', param('code'))
      .where('sku', '=', param('sku'))
      .where('quantity', '>', param('units')),
  )
  const dropContent = store.prepare<{ code: string; sku: string }>()((db, param) =>
    db
      .deleteFrom('carton_contents')
      .where('code', '=', param('code'))
      .where('sku', '=', param('sku')),
  )
  const changePacked = store.prepare<{ orderNo: string; sku: string; units: number }>()(
    (db, param) =>
      db
        .updateTable('order_lines')
        .set((row) => ({ packed: row('packed', '+', param('units')) }))
        .where('order_no', '=', param('orderNo'))
        .where('sku', '=', param('sku')),
  )
  const insertRepeated = store.prepare<{
    orderNo: string
    code: string
    sku: string
    units: number
    at: string
  }>()((db, param) =>
    db.insertInto('scans').values({
      order_no: param('orderNo'),
      carton_code: param('code'),
      source: 'repeated',
      text: '',
      outcome: 'accepted',
      sku: param('sku'),
      units: param('units'),
      at: param('at'),
    }),
  )
  const markUndone = store.prepare<{ id: number }>()((db, param) =>
    db.updateTable('scans').set({ undone: 1 }).where('id', '=', param('id')),
  )
  const setBox = store.prepare<{ code: string; boxType: string }>()((db, param) =>
    db
      .updateTable('cartons')
      .set({ box_type: param('boxType') })
      .where('code', '=', param('code')),
  )
  const setMeasured = store.prepare<{ code: string; size: string | null }>()((db, param) =>
    db
      .updateTable('cartons')
      .set({ measured: param('size') })
      .where('code', '=', param('code')),
  )
  const setSealed = store.prepare<{
    code: string
    gross: number
    source: string
    reason: string | null
    markRevision: number
    at: string
  }>()((db, param) =>
    db
      .updateTable('cartons')
      .set({
        state: 'sealed',
        mark_revision: param('markRevision'),
        gross_g: param('gross'),
        weight_source: param('source'),
        weight_reason: param('reason'),
        sealed_at: param('at'),
      })
      .where('code', '=', param('code')),
  )
  const setState = store.prepare<{ code: string; state: string }>()((db, param) =>
    db
      .updateTable('cartons')
      .set({ state: param('state') })
      .where('code', '=', param('code')),
  )
  const setReopened = store.prepare<{ code: string; revision: number }>()((db, param) =>
    db
      .updateTable('cartons')
      .set({
        state: 'open',
        revision: param('revision'),
        mark_revision: param('revision'),
        gross_g: null,
        weight_source: null,
        weight_reason: null,
        sealed_at: null,
      })
      .where('code', '=', param('code')),
  )
  const insertEvent = store.prepare<{
    code: string
    revision: number
    kind: string
    detail: string
    at: string
  }>()((db, param) =>
    db.insertInto('carton_events').values((row) => ({
      code: param('code'),
      revision: param('revision'),
      kind: param('kind'),
      detail: param('detail'),
      at: param('at'),
      after_scan: row
        .selectFrom('scans')
        .select(({ fn, val }) => fn.coalesce(fn.max('id'), val(0)).as('last')),
      operator_id: row.selectFrom('signed_in').select('operator_id'),
    })),
  )

  const scannedBack = store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('carton_events')
      .select(({ fn }) => fn.countAll<number>().as('labels'))
      .where('code', '=', param('code'))
      .where('kind', '=', 'mark-scanned-back'),
  )

  const rollEvents = store.prepare<{ code: string; revision: number }>()((db, param) =>
    db
      .selectFrom('carton_events')
      .select('detail')
      .where('code', '=', param('code'))
      .where('revision', '=', param('revision'))
      .where('kind', '=', 'roll-confirmed'),
  )

  type Row = NonNullable<ReturnType<typeof byCode.get>>
  const fromRow = (row: Row): StoredCarton => ({
    code: row.code as CartonCode,
    orderNo: row.order_no as OrderNo,
    cartonNo: row.carton_no,
    revision: row.revision,
    state: row.is_parked === 1 ? 'parked' : (row.state as CartonState),
    boxType: JSON.parse(row.box_type) as BoxType,
    contents: contentsOf.all({ code: row.code }) as CartonContent[],
    ...(row.measured === null ? {} : { measured: JSON.parse(row.measured) as Size }),
    sealedAt: row.sealed_at,
    plan: row.plan === null ? null : (JSON.parse(row.plan) as CartonContent[]),
    markRevision: row.mark_revision,
    ...(row.gross_g !== null && row.weight_source !== null
      ? {
          weight: {
            gross: row.gross_g as Grams,
            source: row.weight_source as WeightSource,
            ...(row.weight_reason === null ? {} : { reason: row.weight_reason }),
          },
        }
      : {}),
  })

  const putBack: CartonRecords['putBack'] = (orderNo, code, sku, units) => {
    if (lessContent.run({ code, sku, units }).changes === 0) dropContent.run({ code, sku })
    changePacked.run({ orderNo, sku, units: -units })
  }

  return {
    find: (code) => {
      const row = byCode.get({ code })
      return row === undefined ? null : fromRow(row)
    },
    numberOf: (code) => numberOf.get({ code })?.carton_no ?? null,
    ofOrder: (orderNo) => byOrder.all({ orderNo }).map(fromRow),
    acceptedScans: (code) =>
      acceptedOf.all({ code }).map(({ sku, units }) => ({ sku: sku as Sku, units })),
    open: (orderNo, { code, cartonNo, boxType, plan, markRevision }, at) => {
      insert.run({
        code,
        orderNo,
        cartonNo,
        boxType: JSON.stringify(boxType),
        plan: plan === null ? null : JSON.stringify(plan),
        markRevision,
        at,
      })
    },
    unopen: (code) => {
      for (const statement of dropUnopened) statement.run({ code })
    },
    addUnits: (orderNo, code, sku, units) => {
      if (moreContent.run({ code, sku, units }).changes === 0) newContent.run({ code, sku, units })
      changePacked.run({ orderNo, sku, units })
    },
    noteRepeated: (orderNo, code, sku, units, at) => {
      insertRepeated.run({ orderNo, code, sku, units, at })
    },
    putBack,
    takeBackLast: (orderNo, code, sku, units) => {
      putBack(orderNo, code, sku, units)
      const last = acceptedOf.all({ code }).at(-1)
      if (last !== undefined) markUndone.run({ id: last.id })
    },
    chooseBox: (code, boxType) => {
      setBox.run({ code, boxType: JSON.stringify(boxType) })
    },
    measure: (code, size) => {
      setMeasured.run({ code, size: size === null ? null : JSON.stringify(size) })
    },
    seal: ({ code, markRevision }, { gross, source, reason }, at) => {
      setSealed.run({ code, gross, source, reason: reason ?? null, markRevision, at })
    },
    setState: (code, state) => {
      setState.run({ code, state })
    },
    reopen: (code, revision) => {
      setReopened.run({ code, revision })
    },
    void: (orderNo, code) => {
      for (const { sku, quantity } of contentsOf.all({ code })) {
        changePacked.run({ orderNo, sku, units: -quantity })
      }
      setState.run({ code, state: 'voided' })
    },
    note: (code, revision, kind, detail, at) => {
      insertEvent.run({ code, revision, kind, detail: JSON.stringify(detail), at })
    },
    marksScannedBack: (code) => scannedBack.get({ code })?.labels ?? 0,
    rollsConfirmed: (code, revision) =>
      new Set(
        rollEvents
          .all({ code, revision })
          .map(({ detail }) => (JSON.parse(detail) as { readonly roll: string }).roll),
      ),
  }
}
