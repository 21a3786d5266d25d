import { describe, expect, it, vi } from 'vitest'
import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const cup = wireSku('CUP', '6925000000029', {
  barcodes: [
    { value: '6925000000029', kind: 'ean', units: 1 },
    { value: '16925000000026', kind: 'case', units: 6 },
  ],
})
const pot = wireSku('POT', '6925000000036')
const cupCode = '6925000000029'
const potCode = '6925000000036'

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const answer = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}
const parked = (station: TestStation): Promise<readonly ParkedCarton[]> =>
  station.ask('parked.list', undefined)

/** The codes that the virtual printer has drawn. */
const drawn = async (station: TestStation): Promise<readonly string[]> =>
  (await station.ask('training.prints', undefined)).flatMap(({ symbols }) =>
    symbols.map(({ text }) => text),
  )

const start = async (options: Partial<Parameters<typeof startStation>[0]> = {}) => {
  const server =
    options.server ??
    (await startServer([wireOrder('BH-1', [[cup, 50]]), wireOrder('BH-2', [[pot, 50]])]))
  const home = options.home ?? tempFolder()
  const station = startStation({ home, ...options, server })
  await until(() => {
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  return { station, server, home }
}

/** Scans one unit until the order has what its cartons need. */
const pack = async (station: TestStation, orderNo: string, unit: string): Promise<void> => {
  await until(async () => {
    await station.scan(orderNo)
    await station.scan(unit)
    expect(await answer(station)).toBe('accepted')
  })
}

const inHand = async (station: TestStation) => {
  const { carton } = await bench(station)
  if (carton === null) throw new Error('no carton in hand')
  return carton
}

/** Parked, with its temporary label printed. */
const park = async (station: TestStation, command: 'LS!PARK' | 'LS!DONE' | 'LS!QUEUE') => {
  const { code } = await inHand(station)
  await station.scan(command)
  await until(async () => {
    const found = (await parked(station)).find((each) => each.code === code)
    expect(found?.label).toBe('printed')
  })
  return code
}

/** Stands on the scale until it is sealed, then takes every mark of the set back. */
const finish = async (station: TestStation, grams: number): Promise<void> => {
  await station.ask('training.place', grams)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.ask('training.place', 0)
  const { code } = await inHand(station)
  await station.scan(code, code)
  expect(await answer(station)).toBe('carton-verified')
}

describe('挂箱', () => {
  it('prints a temporary label whose codes bring the carton back, over a restart too', async () => {
    const { station, server, home } = await start()
    await pack(station, 'BH-1', cupCode)
    await station.scan(cupCode)
    const code = await park(station, 'LS!PARK')
    expect(await answer(station)).toBe('carton-parked')
    expect(await drawn(station)).toEqual([`LS!${code}`, `LS!${code}`])
    expect(await bench(station)).toMatchObject({ carton: null, packed: 2, parked: 1 })
    await station.close()

    const { station: again } = await start({ home, server })
    expect(await parked(again)).toMatchObject([
      { code, orderNo: 'BH-1', cartonNo: 1, units: 2, skus: 1, purpose: 'aside', label: 'printed' },
    ])
    await again.scan(`LS!${code}`)
    expect(await answer(again)).toBe('carton-resumed')
    expect(await inHand(again)).toMatchObject({ code, units: 2, state: 'open' })
    expect(await parked(again)).toEqual([])
    await again.scan('LS!UNDO')
    expect(await inHand(again)).toMatchObject({ units: 1 })
  })

  it('keeps orders apart: the label brings its own order with it', async () => {
    const { station } = await start()
    await pack(station, 'BH-1', cupCode)
    const first = await park(station, 'LS!PARK')
    await pack(station, 'BH-2', potCode)
    await station.scan(`LS!${first}`)
    expect(await answer(station)).toBe('carton-unfinished')
    expect(await bench(station)).toMatchObject({ orderNo: 'BH-2', carton: { units: 1 } })

    const second = await park(station, 'LS!PARK')
    await station.scan(`LS!${first}`)
    expect(await bench(station)).toMatchObject({ orderNo: 'BH-1', carton: { code: first } })
    await station.scan(potCode)
    const { feedback } = await bench(station)
    expect(feedback).toMatchObject({ outcome: 'not-in-order', facts: { orderNo: 'BH-2' } })
    await station.scan('LS!ACK')
    await park(station, 'LS!PARK')
    expect((await parked(station)).map(({ code }) => code)).toEqual([second, first])
  })

  it('the temporary label never passes for a box mark, and tells so when its carton is done', async () => {
    const { station } = await start()
    await pack(station, 'BH-1', cupCode)
    const code = await park(station, 'LS!PARK')
    await station.scan(`LS!${code}`, `LS!${code}`)
    expect(await answer(station)).toBe('carton-resumed')
    const { expected } = await inHand(station)
    await station.scan('LS!DONE')
    await station.ask('training.place', expected)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
    await station.scan(`LS!${code}`)
    expect(await answer(station)).toBe('carton-not-parked')
    expect((await inHand(station)).labels.map(({ state }) => state)).toEqual(['sent', 'sent'])
    await station.scan(code, code)
    expect(await answer(station)).toBe('carton-verified')
    await station.scan(`LS!${code}`)
    expect(await answer(station)).toBe('carton-not-parked')
  })

  it('a parked carton keeps its order open, and gives its goods back when it is given up', async () => {
    const { station } = await start()
    await pack(station, 'BH-1', cupCode)
    const code = await park(station, 'LS!PARK')
    const { hinders } = await station.ask('orders.report', 'BH-1')
    expect(hinders).toMatchObject([{ kind: 'carton-unfinished', cartonCode: code }])
    await station.ask('cartons.void', { code, reason: 'order changed' })
    expect(await parked(station)).toEqual([])
    expect(await bench(station)).toMatchObject({ packed: 0, parked: 0 })
    await station.scan(`LS!${code}`)
    expect(await answer(station)).toBe('carton-not-parked')
  })

  it('is finished even after another station has closed its order', async () => {
    // So many that no station is granted all of them.
    const server = await startServer([wireOrder('BH-1', [[cup, 5_000]])])
    const { station } = await start({ server })
    const { station: other } = await start({ server })
    await pack(station, 'BH-1', cupCode)
    const { expected } = await inHand(station)
    const code = await park(station, 'LS!PARK')
    await station.ask('bench.leave', undefined)

    await pack(other, 'BH-1', cupCode)
    await other.scan('LS!DONE')
    await finish(other, expected)
    await other.ask('orders.close', {
      orderNo: 'BH-1',
      short: [{ sku: 'CUP', reason: 'none left' }],
    })
    await until(async () => {
      const [order] = await station.ask('orders.list', undefined)
      expect(order).toMatchObject({ orderNo: 'BH-1', status: 'closed' })
    })
    await station.scan(cupCode, `LS!${code}`)
    expect(await inHand(station)).toMatchObject({ code, units: 1 })
    await station.scan('LS!DONE')
    await finish(station, expected)
    expect(await parked(station)).toEqual([])
  })

  it('says when the label did not come out, keeps the carton, and prints it again on 补打', async () => {
    const { station, home, server } = await start()
    await station.ask('printing.hold', { printerId: 'p1', reason: 'new paper' })
    await pack(station, 'BH-1', cupCode)
    await station.scan('LS!PARK')
    await until(async () => expect(await parked(station)).toMatchObject([{ label: 'failed' }]))
    expect(station.latest('app')?.problem).toMatchObject({
      code: 'parking-label-failed',
      details: { cartonNo: 1 },
    })
    await station.ask('printing.resume', 'p1')
    await station.scan('LS!PRINT')
    await until(async () => expect(await parked(station)).toMatchObject([{ label: 'printed' }]))
    expect(station.latest('app')?.problem).toBeNull()
    expect(await drawn(station)).toHaveLength(2)
    await station.close()
    const { station: again } = await start({ home, server })
    expect(await parked(again)).toMatchObject([{ label: 'printed' }])
  })

  it('an empty carton, or none, is not parked; a code of no carton brings nothing', async () => {
    const { station } = await start()
    await pack(station, 'BH-1', cupCode)
    await station.scan('LS!UNDO', 'LS!PARK')
    expect(await answer(station)).toBe('carton-empty')
    await station.scan('LS!LS0003041187N')
    expect(await answer(station)).toBe('carton-not-parked')
    await station.scan('LS!LS0003041187M')
    expect(await answer(station)).toBe('command-unknown')
  })
})

describe('待称重', () => {
  it('sends what is packed into the queue by itself, and the scan at the scale seals it', async () => {
    const { station, server } = await start({ isScaleShared: true })
    await pack(station, 'BH-1', cupCode)
    const { expected } = await inHand(station)
    const first = await park(station, 'LS!DONE')
    expect(await answer(station)).toBe('carton-queued')
    await station.scan(cupCode, cupCode)
    const second = await park(station, 'LS!DONE')
    expect((await parked(station)).map(({ code, purpose }) => [code, purpose])).toEqual([
      [first, 'weighing'],
      [second, 'weighing'],
    ])

    // The second stands on the scale, though it came later.
    await station.scan(`LS!${second}`)
    expect(await bench(station)).toMatchObject({ step: 'weighing', carton: { code: second } })
    await finish(station, expected + cup.unit_weight_g)
    await station.scan(`LS!${first}`)
    await finish(station, expected)
    expect(await parked(station)).toEqual([])
    await until(() => expect(station.latest('sync')).toMatchObject({ pending: 0 }))
    const response = await fetch(`${server.url}/v1/sandbox/cartons`)
    expect(await response.json()).toMatchObject({
      cartons: [{ carton_code: first }, { carton_code: second }],
    })
  })

  it('factory cartons go into the queue by their case scan alone, and can be undone behind it', async () => {
    const { station } = await start({ isScaleShared: true })
    await pack(station, 'BH-1', cupCode)
    await station.scan('LS!UNDO', 'LS!CASE')
    expect(await answer(station)).toBe('mode-whole-case')
    await until(async () => {
      await station.scan('16925000000026')
      expect(await answer(station)).toBe('carton-queued')
    })
    const [queued] = await parked(station)
    expect(queued).toMatchObject({ units: 6, purpose: 'weighing' })
    await station.scan(`LS!${queued?.code}`)
    expect(await bench(station)).toMatchObject({ step: 'weighing', carton: { units: 6 } })
    await station.scan('LS!UNDO')
    expect(await bench(station)).toMatchObject({ packed: 0, carton: { units: 0 } })
  })

  it('a weight that rests on the platform counts as soon as its carton is scanned', async () => {
    const { station } = await start()
    await pack(station, 'BH-1', cupCode)
    const { expected } = await inHand(station)
    const code = await park(station, 'LS!QUEUE')
    await station.ask('training.place', expected)
    await until(() => expect(station.latest('scale')).toMatchObject({ stable: true }))
    await station.scan(`LS!${code}`)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  })
})
