import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandResult, CommandType, WireCarton } from '#shared/contract/linkstar-api.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'
import {
  command,
  enrolStation,
  type LinkstarStation,
  sealedCarton,
} from '#tests/support/linkstar-station.ts'
import { type SandboxServer, startSandboxServer } from '#tests/support/sandbox-server.ts'
import { worldOf } from '#tests/support/telling-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orderNo = 'BH20261123-0047'
let server: SandboxServer
let station: LinkstarStation
let seq: number
let serial: number
let carton: WireCarton

const tell = async (type: CommandType, payload: object): Promise<CommandResult> => {
  seq += 1
  const [result] = await station.results(command(seq, type, payload))
  if (result === undefined) throw new Error('no result')
  return result
}

/** What was odd about a fact: codes only. */
const flagsOf = async (type: CommandType, payload: object): Promise<readonly string[]> => {
  const result = await tell(type, payload)
  if (result.status === 'refused') throw new Error(`refused: ${result.code}`)
  return result.status === 'flagged' ? result.flags.map(({ code }) => code) : []
}

const seal = (changes: Partial<WireCarton> = {}) =>
  flagsOf('carton-sealed', { ...carton, ...changes })
const told = (revision: number) => ({
  reference_no: orderNo,
  carton_code: carton.carton_code,
  revision,
  station: 'Bench 1',
  at: '2026-11-23T15:10:00+08:00',
})
const reopen = (revision: number) =>
  flagsOf('carton-reopened', { ...told(revision), reason: '少放一件' })
const verify = (revision: number) => flagsOf('carton-verified', told(revision))
const voidIt = (revision = 1) => flagsOf('carton-voided', { ...told(revision), reason: '箱损' })

const order = wireOrder(orderNo, [
  [wireSku('MUG', '6971000000010'), 12],
  [wireSku('CUP', '6971000000027'), 5],
])

beforeEach(async () => {
  server = await startSandboxServer(order)
  station = await enrolStation(server)
  seq = 0
  const codes = await tell('lease-codes', { count: 10 })
  serial = codes.status === 'applied' ? (codes.value?.first ?? 0) : 0
  await tell('lease-carton-numbers', { reference_no: orderNo, count: 10 })
  carton = sealedCarton(orderNo, serial, 1)
})

describe('the life of a carton', () => {
  it('is sealed, verified, reopened, sealed again and voided without a flag', async () => {
    expect(await seal()).toEqual([])
    expect(await verify(1)).toEqual([])
    expect(await reopen(2)).toEqual([])
    expect(await seal({ revision: 2, weight_g: 1990 })).toEqual([])
    expect(await verify(2)).toEqual([])
    expect(await voidIt(2)).toEqual([])
    expect(await server.report()).toMatchObject({
      sealed_count: 0,
      cartons: [{ status: 'voided', revision: 2, weight_g: 1990, sealed_facts: 2, flags: [] }],
    })
  })

  it('counts a carton as sealed until it is reopened', async () => {
    await seal()
    expect(await server.report()).toMatchObject({ sealed_count: 1 })
    await reopen(2)
    expect(await server.report()).toMatchObject({ sealed_count: 0 })
  })

  it('keeps the labels that were printed', async () => {
    await seal()
    const label = { ...told(1), side: 1, page: 1, copy: 0, sha256: 'a'.repeat(64) }
    expect(await flagsOf('label-printed', label)).toEqual([])
    expect(await flagsOf('label-printed', { ...label, side: 2 })).toEqual([])
    expect(await flagsOf('label-printed', label)).toEqual(['label-printed-twice'])
    expect(await server.report()).toMatchObject({
      cartons: [{ labels: [{ side: 1, copy: 0 }, { side: 2 }] }],
    })
  })
})

describe('what is odd is taken, kept and flagged', () => {
  it('a carton of an order nobody knows', async () => {
    expect(await seal({ reference_no: 'BH-NOBODY' })).toEqual([
      'order-unknown',
      'number-not-leased',
    ])
    expect(await server.report()).toMatchObject({
      cartons: [{ reference_no: 'BH-NOBODY', flags: [{ code: 'order-unknown' }, {}] }],
    })
  })

  it('a code or a number that was not leased to this station', async () => {
    expect(await seal({ carton_code: cartonCode(serial + 10) })).toEqual(['code-not-leased'])
    expect(await seal({ box_no: 11 })).toEqual(['number-not-leased'])
  })

  it('a SKU that is not on the order', async () => {
    expect(await seal({ box_details: [{ sku: 'VASE', quantity: 1 }] })).toEqual([
      'sku-not-in-order',
    ])
  })

  it('more units over all cartons than were ordered', async () => {
    const box_details = [{ sku: 'MUG', quantity: 7 }]
    expect(await seal({ box_details })).toEqual([])
    const second = sealedCarton(orderNo, serial + 1, 2, { box_details })
    expect(await flagsOf('carton-sealed', second)).toEqual(['over-packed'])
  })

  it('a carton that its order forbids', async () => {
    await worldOf(server).control(`/orders/${orderNo}/amend`, {
      ...order,
      carton_rules: { max_skus: 1 },
    })
    const box_details = [
      { sku: 'MUG', quantity: 1 },
      { sku: 'CUP', quantity: 1 },
    ]
    expect(await seal({ box_details })).toEqual(['carton-rules-broken'])
  })

  it('two cartons with one number', async () => {
    await seal()
    expect(await flagsOf('carton-sealed', sealedCarton(orderNo, serial + 1, 1))).toEqual([
      'number-taken',
    ])
  })

  it('one code on two cartons: the first keeps it', async () => {
    await seal()
    expect(await seal({ box_no: 2 })).toEqual(['code-reused'])
    expect(await server.report()).toMatchObject({ cartons: [{ box_no: 1, sealed_facts: 2 }] })
  })

  it('a seal that was told before under another number', async () => {
    await seal()
    expect(await seal({ weight_g: 9 })).toEqual(['already-sealed'])
    expect(await server.report()).toMatchObject({ cartons: [{ weight_g: 1520 }] })
  })

  it('a revision that skips one, or was never reopened', async () => {
    await seal()
    expect(await seal({ revision: 2 })).toEqual(['revision-unexpected'])
    expect(await reopen(5)).toEqual(['revision-unexpected'])
    expect(await reopen(3)).toEqual(['revision-unexpected'])
    expect(await server.report()).toMatchObject({ cartons: [{ revision: 5, status: 'reopened' }] })
  })

  it('anything about a carton that was voided', async () => {
    await seal()
    await voidIt()
    expect(await seal({ revision: 2 })).toEqual(['carton-voided'])
    expect(await reopen(2)).toEqual(['carton-voided'])
    expect(await voidIt()).toEqual(['carton-voided'])
    expect(await verify(1)).toEqual(['not-sealed'])
  })

  it('a scan-back of marks that are stale', async () => {
    await seal()
    await reopen(2)
    expect(await verify(1)).toEqual(['not-sealed'])
    await seal({ revision: 2 })
    expect(await verify(1)).toEqual(['not-sealed'])
  })

  it('a fact about a carton that was never sealed, or of another order', async () => {
    expect(await verify(1)).toEqual(['carton-unknown'])
    await seal()
    expect(await flagsOf('carton-verified', { ...told(1), reference_no: 'BH-2' })).toEqual([
      'order-differs',
    ])
  })

  it('a carton of a cancelled order', async () => {
    server.place({
      ...wireOrder(orderNo, [[wireSku('MUG', '6971000000010'), 12]]),
      status: 'cancelled',
    })
    await station.get('/v1/changes')
    expect(await seal()).toEqual(['order-cancelled'])
  })
})
