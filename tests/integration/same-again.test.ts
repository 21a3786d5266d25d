import { expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const cup = wireSku('CUP', '6925000000029')
const pot = wireSku('POT', '6925000000036')
const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })
const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const answer = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}

/** Weighs the carton in hand and takes both marks back. */
const finish = async (station: TestStation): Promise<void> => {
  const { carton } = await bench(station)
  await station.scan('LS!DONE')
  await station.ask('training.place', carton?.expected ?? 0)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.ask('training.place', 0)
  await station.scan(carton?.code ?? '', carton?.code ?? '')
  expect(await answer(station)).toBe('carton-verified')
}

it('同上一箱 packs the last carton once more, weighed and marked like any, until the order is complete', async () => {
  const server = await startServer([
    wireOrder('BH-1', [
      [cup, 6],
      [pot, 3],
    ]),
  ])
  const home = tempFolder()
  const station = startStation({ server, home })
  await until(async () => {
    await station.scan('BH-1', '6925000000036')
    expect(await answer(station)).toBe('accepted')
  })
  await station.scan('6925000000029', '6925000000029', 'LS!SAME')
  expect(await answer(station)).toBe('nothing-to-repeat')
  await finish(station)

  await station.scan('LS!SAME')
  expect(await answer(station)).toBe('repeated')
  expect((await bench(station)).carton).toMatchObject({
    cartonNo: 2,
    contents: [
      { sku: 'POT', quantity: 1 },
      { sku: 'CUP', quantity: 2 },
    ],
  })
  await station.close()

  // What was repeated is undone after a restart too, last first.
  const again = startStation({ server, home })
  await again.scan('LS!UNDO')
  expect((await bench(again)).carton?.contents).toEqual([{ sku: 'POT', quantity: 1 }])
  await again.scan('6925000000029', '6925000000029', 'LS!SAME')
  expect(await answer(again)).toBe('carton-unfinished')
  await finish(again)
  await again.scan('LS!SAME')
  await finish(again)
  expect(await bench(again)).toMatchObject({ packed: 9, ordered: 9 })
  const codesLeft = again.latest('sync')?.codesLeft
  await again.scan('LS!SAME', 'LS!SAME')
  expect(await answer(again)).toBe('line-complete')
  expect(again.latest('sync')?.codesLeft).toBe(codesLeft)

  await until(() =>
    expect(again.latest('orders')).toMatchObject([
      { orderNo: 'BH-1', packed: 9, ordered: 9, cartons: 3 },
    ]),
  )
  // With no order in hand a mark tells whose carton it is.
  const { lastVerified } = await bench(again)
  await again.ask('bench.leave', undefined)
  await again.scan(lastVerified?.code ?? '')
  expect((await bench(again)).feedback).toMatchObject({
    outcome: 'carton-known',
    facts: { orderNo: 'BH-1', cartonNo: lastVerified?.cartonNo, state: 'verified' },
  })

  await until(() => expect(again.latest('sync')).toMatchObject({ state: 'online', pending: 0 }))
  const response = await fetch(`${server.url}/v1/sandbox/cartons`)
  const { cartons } = (await response.json()) as { cartons: { status: string }[] }
  expect(cartons.map(({ status }) => status)).toEqual(['verified', 'verified', 'verified'])
})

it('同上一箱 before any carton was finished says so', async () => {
  const server = await startServer([wireOrder('BH-1', [[cup, 6]])])
  const station = startStation({ server })
  await until(async () => {
    await station.scan('BH-1', 'LS!SAME')
    expect(await answer(station)).toBe('nothing-to-repeat')
  })
})
