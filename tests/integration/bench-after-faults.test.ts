import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { benchOf, packToScanBack, readyToPack, until } from '#tests/support/bench-steps.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const speaker = wireSku('LX-SPK-BK', '6925000000012')
const cable = wireSku('LX-CBL-C2', '6925000000029')
const orders = [
  wireOrder('BH-1', [
    [cable, 12],
    [speaker, 12],
  ]),
  wireOrder('BH-2', [[speaker, 12]]),
]

describe('the bench after a fault', () => {
  it('asks for the scan-back when the last label came out just before the power went', async () => {
    const server = await startServer(orders)
    const home = tempFolder()
    const first = startStation({ home, server })
    await readyToPack(first, orders)
    await first.ask('bench.open', 'BH-1')
    const code = await packToScanBack(first, '6925000000012')
    await until(async () => {
      const labels = (await benchOf(first)).carton?.labels.map(({ state }) => state)
      expect(labels).toEqual(['sent', 'sent'])
    })
    await first.close()
    const db = new Database(join(home, 'station.db'))
    db.exec("UPDATE cartons SET state = 'sealed'; UPDATE bench SET step = 'marking'")
    db.close()

    const second = startStation({ home, server })
    expect(await benchOf(second)).toMatchObject({ step: 'scan-back', carton: { state: 'marked' } })
    await second.scan(code)
    await until(async () => {
      const { carton, feedback } = await benchOf(second)
      expect(carton?.labels.map(({ state }) => state)).toEqual(['confirmed', 'sent'])
      expect(feedback?.outcome).toBe('mark-confirmed')
    })
  })

  it('shows the goods of a carton in the order they went in, after a restart too', async () => {
    const server = await startServer(orders)
    const home = tempFolder()
    const first = startStation({ home, server })
    await readyToPack(first, orders)
    await first.ask('bench.open', 'BH-1')
    await first.scan('6925000000012', '6925000000029', '6925000000012')
    const contents = [
      { sku: 'LX-SPK-BK', quantity: 2 },
      { sku: 'LX-CBL-C2', quantity: 1 },
    ]
    expect((await benchOf(first)).carton?.contents).toEqual(contents)
    await first.close()

    const second = startStation({ home, server })
    expect((await benchOf(second)).carton?.contents).toEqual(contents)
  })

  it('lets nobody reopen or void a carton of another order than the one in hand', async () => {
    const server = await startServer(orders)
    const station = startStation({ server })
    await readyToPack(station, orders)
    await station.ask('bench.open', 'BH-1')
    const code = await packToScanBack(station, '6925000000012')
    await station.scan(code, code)
    await station.ask('bench.open', 'BH-2')
    await station.scan('6925000000012')

    for (const request of ['cartons.void', 'cartons.reopen'] as const) {
      await station.ask(request, { code, reason: '装错' })
      expect(await benchOf(station)).toMatchObject({
        orderNo: 'BH-2',
        packed: 1,
        feedback: { outcome: 'refused', facts: { error: 'carton-unknown', cartonCode: code } },
      })
    }
    const list = await station.ask('orders.list', undefined)
    expect(list.map(({ orderNo, packed }) => [orderNo, packed])).toEqual([
      ['BH-1', 1],
      ['BH-2', 1],
    ])
    expect(await station.ask('cartons.list', 'BH-1')).toMatchObject([{ code, state: 'verified' }])
  })
})
