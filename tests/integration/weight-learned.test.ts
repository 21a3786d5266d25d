import { describe, expect, it, onTestFinished } from 'vitest'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { grams } from '#shared/domain/units.ts'
import { openStore } from '#electron/store/index.ts'
import { endlessOrder } from '#tests/support/endless-order.ts'
import { bench, startOnOneOrder, until } from '#tests/support/one-order-station.ts'
import { openPackingBench } from '#tests/support/packing-bench.ts'
import { packingFolder } from '#tests/support/packing-folder.ts'
import type { TestStation } from '#tests/support/station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const sticker = wireSku('STICKER', '6925000000036', { unit_weight_g: 3 })
const order = wireOrder('BH-1', [[sticker, 4_000]])
const tare = 1_150

const problem = async (station: TestStation) => {
  await until(async () => expect((await bench(station)).weighProblem).not.toBeNull())
  return (await bench(station)).weighProblem
}

/** The packing use cases on a real store; the bottles of the endless order weigh 364 g, and the seller says 350 g. */
const benchOf = async () => {
  const store = openStore(await packingFolder())
  const faults: unknown[] = []
  const packing = openPackingBench({
    store,
    orderNo: endlessOrder,
    goods: '69SKU-A',
    unitsACarton: 1,
    onFault: (error) => faults.push(error),
  })
  onTestFinished(async () => {
    await packing.close()
    store.close()
    expect(faults).toEqual([])
  })
  const { bench: at, state } = packing
  at.open(endlessOrder)
  const scan = (...texts: readonly string[]): void => {
    for (const text of texts) at.scan({ text, source: 'wedge', at: 0 })
  }
  const fill = (units: number): void => scan(`LS!X${units}`, '69SKU-A', 'LS!DONE')
  const verify = async (): Promise<CartonCode> => {
    await until(() => expect(state().step).toBe('scan-back'))
    const code = state().carton?.code ?? ''
    scan(code, code)
    expect(state().lastVerified?.code).toBe(code)
    return code as CartonCode
  }
  const seal = async (units: number, gross: number): Promise<CartonCode> => {
    fill(units)
    at.weigh(grams(gross))
    if (state().weighProblem !== null) at.acceptWeight('点过，数量没错')
    return verify()
  }
  return { at, state, scan, fill, seal, verify }
}
const bottlesWeigh = (units: number, filler: number): number =>
  Math.round((tare + units * 364 + filler) / 10) * 10

describe('a station that has weighed thirty cartons', () => {
  it('expects what they weighed, and names the unit that is missing, with the evidence', async () => {
    const { at, state, fill, seal } = await benchOf()
    for (let nth = 0; nth < 30; nth += 1) {
      await seal(8 + (nth % 6), bottlesWeigh(8 + (nth % 6), ((nth * 7) % 11) - 5))
    }
    fill(12)
    const full = bottlesWeigh(12, 0)
    expect(Math.abs((state().carton?.expected ?? 0) - full)).toBeLessThan(15)
    at.weigh(grams(full - 364))
    const unitWeight = expect.closeTo(364, -1) as unknown
    expect(state().weighProblem).toMatchObject({
      kind: 'deviates',
      explanation: {
        kind: 'units',
        sku: 'SKU-A',
        delta: -1,
        evidence: { cartons: 30, unitWeight },
      },
    })
    at.undo()
    expect(state().step).toBe('packing')
  })

  it('says 称不出来 of goods too light to be told by weight', async () => {
    const { station } = await startOnOneOrder(order)
    await station.scan('LS!X99', '6925000000036', 'LS!DONE')
    await station.ask('training.place', tare + 3 * 99 + 60)
    expect(await problem(station)).toMatchObject({
      kind: 'deviates',
      explanation: { kind: 'hidden', goods: [{ sku: 'STICKER', nameZh: '商品 STICKER' }] },
    })
  })
})

describe('what was learned', () => {
  it('is what verified cartons weighed: one that was voided teaches nothing any more', async () => {
    const { at, state, scan, seal } = await benchOf()
    const code = await seal(12, bottlesWeigh(12, 0))
    scan('69SKU-A')
    expect(state().carton?.expected).toBeGreaterThan(tare + 350)
    at.void(code, '装错')
    expect(state().carton?.expected).toBe(tare + 350)
  })

  it('is not what was typed', async () => {
    const { at, state, scan, fill, verify } = await benchOf()
    fill(12)
    at.typeWeight(grams(tare + 12 * 350 + 40), '秤坏了')
    await verify()
    scan('69SKU-A')
    expect(state().carton?.expected).toBe(tare + 350)
  })
})
