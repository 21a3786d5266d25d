import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const speaker = wireSku('LX-SPK-BK', '6925000000012', {
  barcodes: [
    { value: '6925000000012', kind: 'ean', units: 1 },
    { value: '16925000000019', kind: 'case', units: 6 },
  ],
})
const cable = wireSku('LX-CBL-C2', '6925000000029')
const foreign = wireSku('LX-SPK-WH', '6925000000036')

const orders = [
  wireOrder('BH-1', [
    [speaker, 12],
    [cable, 240],
  ]),
  wireOrder('BH-2', [[foreign, 5]]),
]

/** A machine that is busy takes its time; the state is what counts. */
const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state

const cartonsAt = async (server: { readonly url: string }): Promise<string[]> => {
  const response = await fetch(`${server.url}/v1/sandbox/cartons`)
  const { cartons } = (await response.json()) as { cartons: { carton_code: string }[] }
  return cartons.map((carton) => carton.carton_code)
}

/** Waits until the order is here and may be packed: numbers and codes are leased. */
const ready = (station: TestStation) =>
  until(async () => {
    const list = await station.ask('orders.list', undefined)
    expect(list.map((order) => order.orderNo)).toContain('BH-1')
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })

const sealFirstCarton = async (station: TestStation): Promise<string> => {
  await station.scan('6925000000012', 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const { carton } = await bench(station)
  if (carton === null) throw new Error('no carton on the bench')
  return carton.code
}

describe('a station and its server', () => {
  it('packs a carton from the order to the verified mark, and the server has it once', async () => {
    const server = await startServer(orders)
    const station = startStation({ server })
    await ready(station)

    await station.ask('bench.open', 'BH-1')
    await station.scan('6925000000012', '16925000000019', '6925000000036')
    expect(await bench(station)).toMatchObject({
      locked: true,
      packed: 7,
      feedback: { outcome: 'not-in-order', nameZh: '商品 LX-SPK-WH' },
    })
    await station.scan('LS!ACK', 'LS!UNDO')
    expect((await bench(station)).packed).toBe(1)

    const code = await sealFirstCarton(station)
    await station.scan(code)
    expect((await bench(station)).feedback?.outcome).toBe('mark-confirmed')
    await station.scan(code)
    expect(await bench(station)).toMatchObject({
      step: 'packing',
      carton: null,
      lastVerified: { code },
      feedback: { outcome: 'carton-verified' },
    })

    await until(() => expect(station.latest('sync')?.pending).toBe(0))
    expect(await cartonsAt(server)).toEqual([code])
  })

  it('goes on without the server and delivers everything when it is back', async () => {
    const folder = tempFolder()
    const first = await startServer(orders, { folder })
    const station = startStation({ server: first })
    await ready(station)
    await first.close()

    await station.ask('bench.open', 'BH-1')
    const code = await sealFirstCarton(station)
    await station.scan(code, code)
    expect((await bench(station)).lastVerified?.code).toBe(code)
    await station.ask('sync.retry', undefined)
    await until(() => expect(station.latest('sync')?.state).toBe('offline'))
    expect(station.latest('sync')?.pending).toBeGreaterThan(0)

    const again = await startServer([], { folder, port: Number(new URL(first.url).port) })
    await station.ask('sync.retry', undefined)
    await until(() => expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 }))
    expect(await cartonsAt(again)).toEqual([code])
  })

  it('stands after a restart where the packer stood', async () => {
    const server = await startServer(orders)
    const home = tempFolder()
    const first = startStation({ home, server })
    await ready(first)
    await first.ask('bench.open', 'BH-1')
    await first.scan('6925000000012', '6925000000029', '6925000000036')
    const before = await bench(first)
    await first.close()

    const second = startStation({ home, server })
    expect(await bench(second)).toMatchObject({
      orderNo: 'BH-1',
      locked: true,
      feedback: { outcome: 'not-in-order' },
      packed: 2,
      carton: { code: before.carton?.code, units: 2 },
    })
    await second.scan('LS!ACK', 'LS!UNDO', 'LS!UNDO', 'LS!UNDO')
    expect(await bench(second)).toMatchObject({
      packed: 0,
      feedback: { outcome: 'refused', facts: { error: 'nothing-to-undo' } },
    })
  })

  it('reopens with a new revision whose old marks are stale, and voids for good', async () => {
    const server = await startServer(orders)
    const station = startStation({ server })
    await ready(station)
    await station.ask('bench.open', 'BH-1')
    const code = await sealFirstCarton(station)
    await until(async () => {
      expect(await station.ask('training.prints', undefined)).toHaveLength(2)
    })
    const [print] = await station.ask('training.prints', undefined)
    const oldQr = print?.symbols.find((symbol) => symbol.format === 'qr')?.text ?? ''
    expect(oldQr).toContain(`C=${code}`)

    await station.ask('cartons.reopen', { code, reason: '复核' })
    expect((await bench(station)).carton).toMatchObject({ code, revision: 2, state: 'open' })
    await station.scan(oldQr)
    expect((await bench(station)).feedback).toMatchObject({ outcome: 'mark-stale' })
    await station.scan('LS!ACK')
    await station.ask('cartons.void', { code, reason: '装错' })
    expect(await bench(station)).toMatchObject({ carton: null, packed: 0 })
    await station.scan(code)
    expect((await bench(station)).feedback).toMatchObject({ outcome: 'mark-voided' })
  })

  it('keeps apart what two sellers call by the same SKU or the same code', async () => {
    const mine = wireSku('MUG-01', '6925000000043', { name_zh: '陶瓷杯', unit_weight_g: 350 })
    const theirs = wireSku('MUG-01', '6925000000050', { name_zh: '钢杯', unit_weight_g: 900 })
    const server = await startServer([
      wireOrder('BH-1', [[mine, 12]]),
      wireOrder('BH-7', [[theirs, 12]], {
        seller: { code: 'QH', name_zh: '杭州青禾', name_en: 'Qinghe Hangzhou' },
      }),
    ])
    const station = startStation({ server })
    await ready(station)
    await station.ask('bench.open', 'BH-1')
    await station.scan('6925000000043')
    expect(await bench(station)).toMatchObject({
      feedback: { outcome: 'accepted', nameZh: '陶瓷杯' },
      carton: { expected: 1_150 + 350 },
    })
    await station.scan('6925000000050')
    expect(await bench(station)).toMatchObject({
      packed: 1,
      locked: true,
      feedback: { outcome: 'not-in-order', nameZh: '钢杯' },
    })
  })

  it('never writes a secret into its files', async () => {
    const server = await startServer(orders)
    const home = tempFolder()
    let token = ''
    const station = startStation(
      { home, server },
      {
        isProtected: true,
        load: () => (token === '' ? null : token),
        save: (next) => {
          token = next
        },
      },
    )
    await ready(station)
    await station.close()
    const secret = (JSON.parse(token) as { token: string }).token
    expect(secret.length).toBeGreaterThan(20)
    expect(readFileSync(`${home}/station.db`).includes(secret)).toBe(false)
  })
})
