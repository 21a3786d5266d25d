import { beforeEach, describe, expect, it } from 'vitest'
import type { Change, WireCarton } from '#shared/contract/linkstar-api.ts'
import { sealedCarton } from '#tests/support/linkstar-station.ts'
import { type SandboxServer, startSandboxServer } from '#tests/support/sandbox-server.ts'
import {
  ofKind,
  type TellingStation,
  tellingStation,
  worldOf,
} from '#tests/support/telling-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orderNo = 'BH20261123-0047'
const at = '2026-11-23T18:00:00+08:00'
const order = wireOrder(orderNo, [[wireSku('MUG', '6971000000010'), 12]])
let server: SandboxServer
let world: ReturnType<typeof worldOf>
let station: TellingStation

beforeEach(async () => {
  server = await startSandboxServer(order)
  world = worldOf(server)
  station = await tellingStation(server)
})

/** Hours of the world's clock. */
const days = (count: number): number => count * 24
const milestones = (news: readonly Change[]) =>
  ofKind(news, 'milestone').map(({ milestone }) => milestone.code)

/** Three cartons of four, closed, declared, accepted and paid. */
const payForThreeCartons = async (): Promise<readonly WireCarton[]> => {
  const serial = await station.lease(3)
  await station.tell('lease-carton-numbers', { reference_no: orderNo, count: 3 })
  const cartons = [0, 1, 2].map((index) =>
    sealedCarton(orderNo, serial + index, index + 1, {
      box_details: [{ sku: 'MUG', quantity: 4 }],
    }),
  )
  for (const carton of cartons) await station.tell('carton-sealed', carton)
  const closed = { reference_no: orderNo, short_lines: [], station: 'Bench 1', at }
  await station.tell('order-closed', closed)
  expect(await station.tell('declare-order', { reference_no: orderNo, cartons })).toMatchObject({
    status: 'applied',
  })
  await world.advance(1)
  const [quote] = ofKind(await station.news(), 'freight')
  const paid = { reference_no: orderNo, total: quote?.freight.total }
  expect(await station.tell('pay-freight', paid)).toMatchObject({ status: 'applied' })
  return cartons
}

describe('freight', () => {
  it('that is paid sends the order on its way, milestone by milestone', async () => {
    await payForThreeCartons()
    const news = await station.news()
    expect(ofKind(news, 'freight')).toMatchObject([
      { freight: { status: 'paid', revision: 2, tracking_no: expect.any(String) as unknown } },
    ])
    expect(milestones(news)).toEqual([])
    await world.advance(days(1))
    expect(milestones(await station.news())).toEqual(['received'])
    await world.advance(days(12))
    expect(milestones(await station.news())).toEqual(['departed', 'arrived', 'clearing'])
    await world.advance(days(5))
    expect(milestones(await station.news())).toEqual(['signed'])
  })

  it('is paid once, exactly, and only when it was quoted', async () => {
    const pay = (minor_units: number) =>
      station.tell('pay-freight', {
        reference_no: orderNo,
        total: { currency: 'CNY', minor_units },
      })
    expect(await pay(1)).toMatchObject({ status: 'refused', code: 'not-quoted' })
    await payForThreeCartons()
    expect(await pay(1)).toMatchObject({ status: 'refused', code: 'already-paid' })
  })
})

describe('the receipt', () => {
  it('comes in batches, is shelved later, and differs as it was told to', async () => {
    const discrepancies: object[] = []
    await world.plan(orderNo, { receipt_batches: 2 })
    const [first, second] = await payForThreeCartons()
    discrepancies.push(
      { carton_code: first?.carton_code, sku: 'MUG', missing: 1, damaged: 1 },
      { carton_code: second?.carton_code, sku: 'MUG', surplus: 2 },
    )
    await world.plan(orderNo, { receipt_batches: 2, discrepancies })
    await world.advance(days(19))
    const [one] = ofKind(await station.news(), 'receipt')
    expect(one?.receipt).toMatchObject({ batch: 1, batches: 2, status: 'received', revision: 1 })
    expect(one?.receipt.lines).toMatchObject([
      { box_no: 1, plan_qty: 4, received_qty: 3, putaway_qty: 0, exception_qty: 2 },
      { box_no: 3, plan_qty: 4, received_qty: 4, putaway_qty: 0, exception_qty: 0 },
    ])
    await world.advance(days(30))
    const later = ofKind(await station.news(), 'receipt').map(({ receipt }) => receipt)
    expect(later).toMatchObject([
      { receipt_id: one?.receipt.receipt_id, status: 'shelved', revision: 2 },
      { batch: 2, status: 'shelved' },
    ])
    expect(later.flatMap(({ lines }) => lines)).toMatchObject([
      { box_no: 1, putaway_qty: 2, exception_reason: expect.stringContaining('少 1') as unknown },
      { box_no: 3, putaway_qty: 4 },
      { box_no: 2, received_qty: 6, putaway_qty: 4, exception_qty: 2 },
    ])
  })
})

describe('bookings', () => {
  const inTwoDays = (): string => new Date(Date.now() + 48 * 3_600_000).toISOString()
  const appointment = () => ({
    reference_no: orderNo,
    warehouse_code: 'US-LAX-02',
    plan_arrive_time: inTwoDays(),
  })
  const pickup = () => ({
    reference_no: orderNo,
    pickup_at: inTwoDays(),
    address: '深圳市宝安区福永街道 18 号',
    contact: '陈工',
    phone: '+86 755 1234 5678',
    cartons: 3,
    weight_g: 4560,
  })

  it.each(['confirm', 'refuse'] as const)(
    'that the world will %s are answered later',
    async (decision) => {
      await world.plan(orderNo, { appointment: decision, pickup: decision })
      const asked = await station.tell('book-appointment', appointment())
      expect(asked).toMatchObject({ status: 'applied', id: expect.any(String) as unknown })
      await station.tell('book-pickup', pickup())
      const requested = await station.news()
      expect(ofKind(requested, 'appointment')).toMatchObject([
        { appointment: { status: 'requested', revision: 1 } },
      ])
      expect(ofKind(requested, 'pickup')).toMatchObject([{ pickup: { status: 'requested' } }])
      await world.advance(3)
      const decided = await station.news()
      const answer =
        decision === 'confirm'
          ? { status: 'confirmed', revision: 2 }
          : { status: 'refused', revision: 2, reason: expect.any(String) as unknown }
      expect(ofKind(decided, 'appointment')).toMatchObject([{ appointment: answer }])
      expect(ofKind(decided, 'pickup')).toMatchObject([{ pickup: answer }])
    },
  )

  it('for another warehouse, an unknown order or a time that has passed are refused at once', async () => {
    const book = (changes: object) =>
      station.tell('book-appointment', { ...appointment(), ...changes })
    expect(await book({ warehouse_code: 'DE-HAM-01' })).toMatchObject({ code: 'warehouse-differs' })
    expect(await book({ reference_no: 'BH-NOBODY' })).toMatchObject({ code: 'order-unknown' })
    await world.advance(72)
    expect(await book({})).toMatchObject({ code: 'time-passed' })
    expect(await station.tell('book-pickup', pickup())).toMatchObject({ code: 'time-passed' })
  })
})

it('a ticket is opened, answered and closed', async () => {
  const opened = await station.tell('open-ticket', {
    reference_no: orderNo,
    subject: '箱唛打印不清',
    description: '第 2 箱\n二维码读不出',
    station: 'Bench 1',
    at,
  })
  if (opened.status !== 'applied' || opened.id === undefined) throw new Error('not opened')
  expect(ofKind(await station.news(), 'ticket')).toMatchObject([{ ticket: { status: 'open' } }])
  await world.advance(1)
  expect(ofKind(await station.news(), 'ticket')).toMatchObject([
    { ticket: { status: 'answered', replies: [{ author: 'Linkstar' }] } },
  ])
  await world.control(`/tickets/${opened.id}/replies`, { message: '已补发标签', close: true })
  expect(ofKind(await station.news(), 'ticket')).toMatchObject([
    { ticket: { status: 'closed', replies: [{}, { message: '已补发标签' }] } },
  ])
})

describe('an order', () => {
  it('is amended under its next revision, and stays so after a restart', async () => {
    await station.news()
    const amended = wireOrder(orderNo, [[wireSku('MUG', '6971000000010'), 20]])
    await world.control(`/orders/${orderNo}/amend`, amended)
    const told = { kind: 'order', order: { ...amended, revision: 2 } }
    expect(await station.news()).toEqual([told])
    await server.stop()
    await server.start()
    expect(await station.news()).toEqual([])
    const rights = { reference_no: orderNo, lines: [{ sku: 'MUG', quantity: 20 }] }
    expect(await station.tell('grant-rights', rights)).toMatchObject({ lines: rights.lines })
  })

  it('is cancelled under its next revision, with the reason', async () => {
    await station.news()
    await world.control(`/orders/${orderNo}/cancel`, { reason: '卖家缺货' })
    const news = await station.news()
    expect(ofKind(news, 'order')).toMatchObject([{ order: { status: 'cancelled', revision: 2 } }])
    expect(ofKind(news, 'order-status')).toMatchObject([
      { order_status: { status: 'cancelled', reason: '卖家缺货' } },
    ])
  })

  it('meets an exception that must be answered in time', async () => {
    await station.news()
    const exception = { code: 'exception', note_zh: '海关查验', respond_by: at }
    await world.control(`/orders/${orderNo}/milestones`, exception)
    expect(await station.news()).toMatchObject([{ kind: 'milestone', milestone: exception }])
  })
})

it('a token can be revoked: the station enrols again and goes on', async () => {
  await world.control(`/stations/${station.stationId}/revoke`)
  expect(await station.get('/v1/changes')).toMatchObject({ status: 401 })
  const again = await tellingStation(server, { station_id: station.stationId })
  expect(again.epoch).toBe(2)
  expect(ofKind(await again.news(), 'order')).toHaveLength(1)
})

it('is pushed ahead by nobody but its own controls, and keeps its time over a restart', async () => {
  await payForThreeCartons()
  await world.advance(days(2))
  await server.stop()
  await server.start()
  expect(milestones(await station.news())).toEqual(['received'])
  await expect(world.control('/clock', { advance_s: -1 })).rejects.toThrow('400')
  await expect(world.control('/orders/BH-NOBODY/cancel')).rejects.toThrow('404')
})
