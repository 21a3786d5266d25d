import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CommandType } from '#shared/contract/linkstar-api.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { command, enrolStation, get, sealedCarton } from '#tests/support/linkstar-station.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const runs = 12
const cartons = 3
const orders = ['A', 'B'] as const

const deed = fc.record({
  type: fc.constantFrom(
    'carton-sealed',
    'carton-sealed',
    'carton-sealed',
    'carton-reopened',
    'carton-reopened',
    'carton-voided',
    'carton-verified',
    'label-printed',
    'carton-recounted',
    'grant-rights',
    'order-closed',
    'unreadable',
  ),
  carton: fc.nat(cartons - 1),
  order: fc.constantFrom('A', 'A', 'A', 'B'),
  revision: fc.constantFrom(1, 1, 2, 3),
  // The last one is leased to nobody.
  boxNo: fc.integer({ min: 1, max: 3 }),
  sku: fc.constantFrom('MUG', 'MUG', 'CUP', 'VASE'),
  quantity: fc.integer({ min: 1, max: 5 }),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** The same work, told of other orders and cartons. */
const tell = (
  { type, carton, order, revision, boxNo, sku, quantity }: Deed,
  prefix: string,
  serial: number,
): readonly [CommandType, object] => {
  const reference_no = `${prefix}-${order}`
  const carton_code = cartonCode(serial + carton)
  const at = '2026-11-23T15:10:00+08:00'
  const told = { reference_no, carton_code, revision, station: 'Bench 1', at }
  const reason = '少放一件'
  switch (type) {
    case 'carton-sealed': {
      const box_details = [{ sku, quantity }]
      return [type, sealedCarton(reference_no, serial + carton, boxNo, { revision, box_details })]
    }
    case 'label-printed':
      return [type, { ...told, side: 1, page: 1, copy: boxNo, sha256: 'a'.repeat(64) }]
    case 'carton-recounted': {
      const differences = [{ sku, packed: quantity, counted: 0 }]
      return [type, { ...told, counts: [], differences, outcome: 'left-as-is' }]
    }
    case 'grant-rights':
      return [type, { reference_no, lines: [{ sku: 'MUG', quantity }] }]
    case 'order-closed':
      return [type, { reference_no, short_lines: [], station: 'Bench 1', at }]
    case 'unreadable':
      return ['carton-sealed', { reference_no, carton_code }]
    case 'carton-verified':
      return [type, told]
    case 'carton-reopened':
    case 'carton-voided':
      return [type, { ...told, reason }]
    default:
      throw new Error(type)
  }
}

it('takes many facts at once as it takes them one by one', async () => {
  const names = Array.from({ length: runs }, (_none, run) => [`ONE${run}`, `ALL${run}`]).flat()
  const server = await startSandboxServer(
    ...names.flatMap((name) =>
      orders.map((order) =>
        wireOrder(`${name}-${order}`, [
          [wireSku('MUG', '6971000000010'), 8],
          [wireSku('CUP', '6971000000027'), 3],
        ]),
      ),
    ),
  )
  const station = await enrolStation(server)
  // Another station holds some of the rights.
  const other = await enrolStation(server)
  await other.results(
    ...names.map((name, index) =>
      command(index + 1, 'grant-rights', {
        reference_no: `${name}-A`,
        lines: [{ sku: 'MUG', quantity: 3 }],
      }),
    ),
  )
  let seq = 0
  const next = (type: CommandType, payload: object) => {
    seq += 1
    return command(seq, type, payload)
  }
  const [block] = await station.results(next('lease-codes', { count: names.length * cartons }))
  const first = block?.status === 'applied' ? (block.value?.first ?? 0) : 0
  for (const name of names) {
    for (const order of orders) {
      await station.results(
        next('lease-carton-numbers', { reference_no: `${name}-${order}`, count: 2 }),
      )
    }
  }

  /** What became of it, without the names. */
  const outcome = async (name: string, serial: number, results: readonly object[]) => {
    const read = async (path: string) => (await get(`${server.url}/v1/sandbox/${path}`)).body
    const { cartons: all } = (await read('cartons')) as { cartons: { reference_no: string }[] }
    const { lines } = (await read('rights')) as { lines: { reference_no: string }[] }
    const own = ({ reference_no }: { reference_no: string }) => reference_no.startsWith(`${name}-`)
    let text = JSON.stringify({
      results: results.map((result) => ({ ...result, seq: 0 })),
      cartons: all.filter(own),
      rights: lines.filter(own),
    }).replaceAll(`${name}-`, 'order ')
    for (let carton = 0; carton < cartons; carton += 1) {
      text = text.replaceAll(cartonCode(serial + carton), `carton ${carton}`)
    }
    return JSON.parse(text) as { cartons: { flags: unknown[] }[] }
  }

  let run = 0
  let odd = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 30 }), async (deeds) => {
      const [one = '', all = ''] = names.slice(run * 2, run * 2 + 2)
      const serial = first + run * 2 * cartons
      run += 1
      const singly: object[] = []
      for (const work of deeds) {
        singly.push(...(await station.results(next(...tell(work, one, serial)))))
      }
      const together = await station.results(
        ...deeds.map((work) => next(...tell(work, all, serial + cartons))),
      )
      const expected = await outcome(one, serial, singly)
      expect(await outcome(all, serial + cartons, together)).toEqual(expected)
      odd += expected.cartons.flatMap(({ flags }) => flags).length
    }),
    { numRuns: runs, endOnFailure: true },
  )
  expect(odd).toBeGreaterThan(runs)
})
