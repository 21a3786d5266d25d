import { beforeEach, describe, expect, it } from 'vitest'
import type { WireCarton } from '#shared/contract/linkstar-api.ts'
import { post, sealedCarton } from '#tests/support/linkstar-station.ts'
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
const order = wireOrder(orderNo, [
  [wireSku('MUG', '6971000000010'), 12],
  [wireSku('CUP', '6971000000027'), 5],
])
let server: SandboxServer
let station: TellingStation
let cartons: readonly WireCarton[]

const declared = ({
  carton_code,
  box_no,
  revision,
  box_details,
  weight_g,
  size_mm,
}: WireCarton) => ({ carton_code, box_no, revision, box_details, weight_g, size_mm })
const declaration = (changes: Partial<WireCarton> = {}) => ({
  reference_no: orderNo,
  cartons: cartons.map((carton, index) =>
    declared(index === 0 ? { ...carton, ...changes } : carton),
  ),
})
const closing = (changes: object = {}) => ({
  reference_no: orderNo,
  station: 'Bench 1',
  at,
  short_lines: [{ sku: 'CUP', plan_qty: 5, packed_qty: 3, reason: '缺货' }],
  ...changes,
})
const statuses = async (): Promise<readonly string[]> =>
  ofKind(await station.news(), 'order-status').map(({ order_status }) => order_status.status)

beforeEach(async () => {
  server = await startSandboxServer(order)
  station = await tellingStation(server)
  const serial = await station.lease(10)
  await station.tell('lease-carton-numbers', { reference_no: orderNo, count: 10 })
  cartons = [
    sealedCarton(orderNo, serial, 1, { box_details: [{ sku: 'MUG', quantity: 12 }] }),
    sealedCarton(orderNo, serial + 1, 2, { box_details: [{ sku: 'CUP', quantity: 3 }] }),
  ]
  for (const carton of cartons) await station.tell('carton-sealed', carton)
  await station.news()
})

describe('an order', () => {
  it('is closed, declared and accepted, and its freight is quoted', async () => {
    expect(await station.flagsOf('order-closed', closing())).toEqual([])
    expect(await station.tell('declare-order', declaration())).toMatchObject({ status: 'applied' })
    // One status stands on the feed: the latest.
    expect(await statuses()).toEqual(['declared'])
    await worldOf(server).advance(1)
    const news = await station.news()
    expect(ofKind(news, 'order-status')).toMatchObject([
      { order_status: { reference_no: orderNo, revision: 1, status: 'accepted' } },
    ])
    expect(ofKind(news, 'freight')).toMatchObject([
      { freight: { status: 'quoted', total: { currency: 'CNY' } } },
    ])
    const fresh = await tellingStation(server)
    expect(ofKind(await fresh.news(), 'order')).toMatchObject([
      { order: { status: 'accepted', revision: 1 } },
    ])
  })

  it('is closed once, and with the truth about what is short', async () => {
    expect(await station.flagsOf('order-closed', closing({ short_lines: [] }))).toEqual([
      'short-lines-differ',
    ])
    expect(await station.flagsOf('order-closed', closing())).toEqual(['order-not-open'])
    expect(await station.flagsOf('order-closed', closing({ reference_no: 'BH-NOBODY' }))).toEqual([
      'order-unknown',
    ])
  })

  it('is closed with a flag while another station may still pack', async () => {
    const other = await tellingStation(server)
    await other.tell('grant-rights', {
      reference_no: orderNo,
      lines: [{ sku: 'CUP', quantity: 1 }],
    })
    expect(await station.flagsOf('order-closed', closing())).toEqual(['rights-outstanding'])
  })

  it('takes no new carton without a flag once it is closed', async () => {
    await station.tell('order-closed', closing())
    const [, second] = cartons
    if (second === undefined) throw new Error('no carton')
    const serial = await station.lease(1)
    const late = sealedCarton(orderNo, serial, 3, { box_details: [{ sku: 'CUP', quantity: 1 }] })
    expect(await station.flagsOf('carton-sealed', late)).toEqual(['order-not-open'])
  })

  it('that goes on although it was changed is flagged', async () => {
    const declined = { reference_no: orderNo, revision: 2, change: 'amended', station: 'B1', at }
    expect(await station.flagsOf('order-change-declined', declined)).toEqual(['change-declined'])
  })
})

describe('a declaration', () => {
  it('is refused before the order is closed', async () => {
    expect(await station.tell('declare-order', declaration())).toMatchObject({
      status: 'refused',
      code: 'order-not-closed',
    })
  })

  it('is refused once the order was cancelled', async () => {
    await post(`${server.url}/v1/sandbox/orders/${orderNo}/cancel`, {})
    expect(await station.tell('declare-order', declaration())).toMatchObject({
      status: 'refused',
      code: 'order-cancelled',
    })
  })

  it.each([
    ['weight_g', { weight_g: 9 }],
    ['box_no', { box_no: 7 }],
    ['revision', { revision: 2 }],
    ['size_mm', { size_mm: { l: 1, w: 1, h: 1 } }],
    ['box_details', { box_details: [{ sku: 'MUG', quantity: 11 }] }],
  ])('is refused when %s is not what the server knows', async (field, changes) => {
    await station.tell('order-closed', closing())
    expect(await station.tell('declare-order', declaration(changes))).toMatchObject({
      status: 'refused',
      code: 'declaration-differs',
      differences: [{ carton_code: cartons[0]?.carton_code, field }],
    })
  })

  it('is refused with a carton left out, one too many, or one that is open', async () => {
    await station.tell('order-closed', closing())
    const [first, second] = cartons
    if (first === undefined || second === undefined) throw new Error('no cartons')
    const declare = (list: readonly WireCarton[]) =>
      station.tell('declare-order', { reference_no: orderNo, cartons: list.map(declared) })
    expect(await declare([first])).toMatchObject({
      differences: [{ carton_code: second.carton_code, field: 'carton' }],
    })
    expect(await declare([first, second, second])).toMatchObject({
      differences: [{ carton_code: second.carton_code, field: 'carton' }],
    })
    const told = { ...declared(first), reference_no: orderNo, station: 'Bench 1', at }
    await station.tell('carton-reopened', { ...told, revision: 2, reason: '复核' })
    expect(await declare([{ ...first, revision: 2 }, second])).toMatchObject({
      differences: [{ carton_code: first.carton_code, field: 'status', known: 'reopened' }],
    })
  })

  it('may name the SKUs of a carton in any order', async () => {
    const serial = await station.lease(1)
    await station.tell('carton-voided', { ...told(1), reason: '重装' })
    await station.tell('carton-voided', { ...told(0), reason: '重装' })
    const details = [
      { sku: 'MUG', quantity: 2 },
      { sku: 'CUP', quantity: 1 },
    ]
    const mixed = sealedCarton(orderNo, serial, 3, { box_details: details })
    await station.tell('carton-sealed', mixed)
    await station.tell('order-closed', closing())
    const cartonsDeclared = [declared({ ...mixed, box_details: details.toReversed() })]
    expect(
      await station.tell('declare-order', { reference_no: orderNo, cartons: cartonsDeclared }),
    ).toMatchObject({ status: 'applied' })
  })
})

const told = (index: number) => {
  const code = cartons[index]?.carton_code
  return { reference_no: orderNo, carton_code: code, revision: 1, station: 'Bench 1', at }
}

it('keeps a recount, and flags differences that nobody set right', async () => {
  const counts = [{ sku: 'MUG', quantity: 11 }]
  const differences = [{ sku: 'MUG', packed: 12, counted: 11 }]
  const recount = { ...told(0), counts, differences, outcome: 'reopened' }
  expect(await station.flagsOf('carton-recounted', recount)).toEqual([])
  expect(await station.flagsOf('carton-recounted', { ...recount, outcome: 'left-as-is' })).toEqual([
    'recount-differs',
  ])
  expect(await station.flagsOf('carton-recounted', { ...recount, revision: 4 })).toEqual([
    'revision-unexpected',
  ])
  expect(await server.report()).toMatchObject({
    cartons: [{ recounts: [{ outcome: 'reopened' }, { outcome: 'left-as-is' }, {}] }, {}],
  })
})
