import { beforeEach, describe, expect, it } from 'vitest'
import { type SandboxServer, startSandboxServer } from '#tests/support/sandbox-server.ts'
import {
  ofKind,
  type TellingStation,
  tellingStation,
  worldOf,
} from '#tests/support/telling-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const mug = wireSku('MUG', '6971000000010')
const cup = wireSku('CUP', '6971000000027')
const known = wireOrder('BH-1', [
  [mug, 12],
  [cup, 5],
])
const fresh = wireOrder('BH-2', [[mug, 3]], { status: 'draft' })
const asked = (order: object = fresh) => ({ reference_no: 'BH-2', order })
const boxes = (...quantities: readonly number[]) => ({
  reference_no: 'BH-1',
  planned_boxes: quantities.map((quantity, index) => ({
    box_no: index + 1,
    box_details: [{ sku: 'MUG', quantity }],
  })),
})

let server: SandboxServer
let station: TellingStation

const orders = async () => ofKind(await station.news(), 'order').map(({ order }) => order)

beforeEach(async () => {
  server = await startSandboxServer(known)
  station = await tellingStation(server)
  await station.news()
})

describe('an order that a station brings', () => {
  it('stands on the feed as any other, once', async () => {
    expect(await station.tell('import-order', asked())).toMatchObject({ status: 'applied' })
    expect(await orders()).toEqual([fresh])
    const later = { ...fresh, created_at: '2026-11-21T09:00:00+08:00' }
    expect(await station.tell('import-order', asked(later))).toMatchObject({ status: 'applied' })
    expect(await orders()).toEqual([])
    expect(
      await station.tell('grant-rights', {
        reference_no: 'BH-2',
        lines: [{ sku: 'MUG', quantity: 9 }],
      }),
    ).toMatchObject({ lines: [{ sku: 'MUG', quantity: 3 }] })
  })

  it('is a draft, whatever it says of itself', async () => {
    await station.tell('import-order', asked({ ...fresh, status: 'accepted' }))
    expect(await orders()).toMatchObject([{ reference_no: 'BH-2', status: 'draft' }])
  })

  it('is refused when its number is another order’s, or it cannot be read', async () => {
    await station.tell('import-order', asked())
    await station.news()
    const other = wireOrder('BH-2', [[mug, 4]])
    expect(await station.tell('import-order', asked(other))).toMatchObject({
      status: 'refused',
      code: 'order-exists',
    })
    for (const payload of [
      { reference_no: 'BH-1', order: fresh },
      { reference_no: 'BH-2' },
      asked({ ...fresh, lines: [] }),
    ]) {
      expect(await station.tell('import-order', payload)).toMatchObject({
        status: 'refused',
        code: 'malformed',
      })
    }
    expect(await orders()).toEqual([])
  })
})

describe('planned cartons that a station brings', () => {
  it('become part of the order under its next revision, in place of those before', async () => {
    expect(await station.tell('plan-boxes', boxes(6, 6))).toMatchObject({ status: 'applied' })
    expect(await orders()).toEqual([
      { ...known, revision: 2, planned_boxes: boxes(6, 6).planned_boxes },
    ])
    await station.tell('plan-boxes', boxes(12))
    expect(await orders()).toMatchObject([{ revision: 3, planned_boxes: [{ box_no: 1 }] }])
  })

  it.each([
    ['order-unknown', { ...boxes(1), reference_no: 'BH-9' }],
    ['over-planned', boxes(6, 7)],
    [
      'sku-not-in-order',
      {
        reference_no: 'BH-1',
        planned_boxes: [{ box_no: 1, box_details: [{ sku: 'BOWL', quantity: 1 }] }],
      },
    ],
    ['malformed', { reference_no: 'BH-1', planned_boxes: [] }],
  ])('are refused: %s', async (code, payload) => {
    expect(await station.tell('plan-boxes', payload)).toMatchObject({ status: 'refused', code })
    expect(await orders()).toEqual([])
  })

  it('are refused when the order forbids such a carton', async () => {
    server.place({ ...known, carton_rules: { max_units: 5 } })
    await orders()
    expect(await station.tell('plan-boxes', boxes(5, 6))).toMatchObject({
      status: 'refused',
      code: 'carton-rules-broken',
    })
    expect(await station.tell('plan-boxes', boxes(5, 5))).toMatchObject({ status: 'applied' })
  })

  it('are refused once the order takes no more goods', async () => {
    await worldOf(server).control('/orders/BH-1/cancel', { reason: '不发了' })
    expect(await station.tell('plan-boxes', boxes(1))).toMatchObject({ code: 'order-cancelled' })
  })
})
