import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { openStore } from '#electron/store/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createOutbox } from './outbox.ts'
import { createRights } from './rights.ts'

const orderNo = 'SO-1' as OrderNo
const sku = 'A' as Sku
const sizes = { units: 10, low: 3 }

/** A store with one order of `ordered` × A, and a server that answers when told. */
const start = (ordered: number) => {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  let now = new Date('2026-11-23T09:00:00Z')
  const outbox = createOutbox(store, () => now)
  const rights = createRights(store, outbox, () => now, sizes)
  store
    .prepare()((db) => db.insertInto('station').values({ only: 1, station_id: 's', epoch: 1 }))
    .run({})
  store
    .prepare()((db) =>
      db.insertInto('orders').values({
        order_no: orderNo,
        revision: 1,
        status: 'packing',
        header: '{}',
        due_at: null,
        pulled_at: 'now',
      }),
    )
    .run({})
  store
    .prepare<{ ordered: number }>()((db, param) =>
      db.insertInto('order_lines').values({
        order_no: orderNo,
        line_no: 1,
        sku,
        ordered: param('ordered'),
        info: '{}',
      }),
    )
    .run({ ordered })
  const line = store.prepare()((db) =>
    db.selectFrom('order_lines').select(['packed', 'granted', 'ordered']),
  )
  const setPacked = store.prepare<{ packed: number }>()((db, param) =>
    db.updateTable('order_lines').set({ packed: param('packed') }),
  )
  const waiting = store.prepare()((db) =>
    db.selectFrom('outbox').where('result', 'is', null).select(['seq', 'type', 'payload']),
  )
  const answer = store.prepare<{ seq: number }>()((db, param) =>
    db
      .updateTable('outbox')
      .set({ result: '{"status":"applied"}' })
      .where('seq', '=', param('seq')),
  )
  const asked = () =>
    waiting.all({}).map(({ seq, type, payload }) => {
      const { lines } = JSON.parse(payload) as { lines: { quantity: number }[] }
      return { seq, type, quantity: lines[0]?.quantity ?? 0 }
    })
  return {
    store,
    rights,
    asked,
    line: () => line.get({}) ?? { packed: 0, granted: 0, ordered: 0 },
    pack: (units: number) => {
      setPacked.run({ packed: (line.get({})?.packed ?? 0) + units })
      const { packed, granted } = line.get({}) ?? { packed: 0, granted: 0 }
      rights.spent(orderNo, sku, granted - packed)
    },
    /** The server grants at most this much of what was asked. */
    grant: (most: number) => {
      for (const { seq, type, quantity } of asked()) {
        answer.run({ seq })
        if (type !== 'grant-rights') continue
        rights.add(orderNo, [{ sku, quantity: Math.min(most, quantity) }])
      }
    },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

describe('rights', () => {
  test('are asked for once at a time, at low water, and never beyond the order', () => {
    const { rights, asked, grant, pack, line } = start(14)
    rights.topUp('all')
    rights.topUp('all')
    expect(asked()).toMatchObject([{ type: 'grant-rights', quantity: 10 }])
    grant(10)
    pack(6)
    expect(asked()).toEqual([])
    pack(1)
    expect(asked()).toMatchObject([{ quantity: 4 }])
    grant(4)
    pack(7)
    expect(asked()).toEqual([])
    expect(line()).toEqual({ packed: 14, granted: 14, ordered: 14 })
  })

  test('are not asked for again and again when the pool is empty', () => {
    const { rights, asked, grant, pass } = start(5)
    rights.topUp('all')
    grant(0)
    rights.missed(orderNo, sku, 1)
    expect(asked()).toEqual([])
    pass(30_000)
    rights.missed(orderNo, sku, 1)
    expect(asked()).toHaveLength(1)
  })

  test('go back when the order ends, also those that are granted afterwards', () => {
    const { store, rights, asked, grant, pack, line } = start(30)
    rights.topUp('all')
    grant(10)
    pack(8)
    expect(asked()).toMatchObject([{ type: 'grant-rights' }])
    store
      .prepare()((db) =>
        db.insertInto('order_closings').values({
          order_no: orderNo,
          short: '{}',
          closed_at: 'now',
          declared_at: null,
          refused: null,
          accepted_at: null,
        }),
      )
      .run({})
    rights.giveBack(orderNo)
    expect(line()).toMatchObject({ packed: 8, granted: 8 })
    grant(10)
    expect(asked()).toMatchObject([{ type: 'return-rights', quantity: 10 }])
    expect(line()).toMatchObject({ packed: 8, granted: 8 })
  })

  test('after a new enrolment are those of sealed cartons: the server gives the rest once more', () => {
    const { store, rights, asked, grant, pack, line } = start(14)
    rights.topUp('all')
    grant(10)
    pack(6)
    const carton = { order_no: orderNo, box_type: '{}', opened_at: 'now', weight_source: 'scale' }
    const cartons = [
      { ...carton, code: 'LS1', carton_no: 1, state: 'sealed', gross_g: 900, sealed_at: 'now' },
      { ...carton, code: 'LS2', carton_no: 2, state: 'open', gross_g: null, sealed_at: null },
    ].map((row) => ({ ...row, weight_reason: null }))
    store
      .prepare()((db) => db.insertInto('cartons').values(cartons))
      .run({})
    const inside = [
      { code: 'LS1', sku, quantity: 2, position: 1 },
      { code: 'LS2', sku, quantity: 4, position: 1 },
    ]
    store
      .prepare()((db) => db.insertInto('carton_contents').values(inside))
      .run({})
    rights.burn()
    expect(line()).toMatchObject({ packed: 6, granted: 2 })
    rights.topUp('all')
    expect(asked()).toMatchObject([{ type: 'grant-rights', quantity: 10 }])
    // It held 10, of which 2 are spent.
    grant(8)
    expect(line()).toMatchObject({ packed: 6, granted: 10 })
  })

  test('whatever happens, what is held and what is in the pool make up the order', () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('pack' as const), units: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('grant' as const), units: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ kind: fc.constantFrom('top-up' as const, 'give-back' as const) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(deed), (ordered, deeds) => {
        const { rights, asked, grant, pack, line, pass } = start(ordered)
        for (const given of deeds) {
          pass(60_000)
          const { packed, granted } = line()
          if (given.kind === 'pack' && packed + given.units <= granted) pack(given.units)
          if (given.kind === 'grant') grant(given.units)
          if (given.kind === 'top-up') rights.topUp('all')
          if (given.kind === 'give-back') rights.giveBack(orderNo)
          const after = line()
          const open = asked().filter(({ type }) => type === 'grant-rights')
          expect(after.packed).toBeLessThanOrEqual(after.granted)
          expect(open.length).toBeLessThanOrEqual(1)
          expect(after.granted + (open[0]?.quantity ?? 0)).toBeLessThanOrEqual(ordered)
        }
      }),
      { numRuns: 25 },
    )
  })
})
