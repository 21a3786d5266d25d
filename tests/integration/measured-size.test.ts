import { expect, test } from 'vitest'
import {
  bench,
  mugCode,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startStation } from '#tests/support/station.ts'

const bulging = { length: 625, width: 410, height: 430 }

test('a measured size outlives a restart, and mark, weight and server go by it', async () => {
  const { server, station, home } = await startOnOneOrder()
  await station.ask('training.place', 0)
  await station.scan(mugCode)
  expect((await bench(station)).carton).toMatchObject({ measured: null, volumetric: 16_000 })
  await station.ask('bench.measure', bulging)
  expect(await bench(station)).toMatchObject({
    feedback: { outcome: 'measured', facts: bulging },
    carton: { measured: bulging, volumetric: 18_365, chargeable: 18_365 },
  })
  await station.close()

  const again = startStation({ server, home })
  await uploaded(again)
  expect((await bench(again)).carton).toMatchObject({ measured: bulging })
  await again.ask('training.place', 0)
  await again.scan('LS!DONE')
  await again.ask('training.place', null)
  await until(async () => expect((await bench(again)).step).toBe('scan-back'))
  const preview = await again.ask('labels.preview', {
    code: (await bench(again)).carton?.code ?? '',
    side: 1,
    page: 1,
  })
  expect(JSON.stringify(preview)).toContain('62.5 × 41 × 43')
  await uploaded(again)
  const response = await fetch(`${server.url}/v1/sandbox/cartons`)
  expect(await response.json()).toMatchObject({
    cartons: [{ size_mm: { l: 625, w: 410, h: 430 } }],
  })
})

test('what cannot be the size of this box type is refused, and a change of contents asks for another', async () => {
  const { station } = await startOnOneOrder()
  await station.scan(mugCode)
  for (const [side, error] of [
    [300, 'measured-too-small'],
    [900, 'measured-absurd'],
  ] as const) {
    await station.ask('bench.measure', { length: side, width: 400, height: 400 })
    expect(await bench(station)).toMatchObject({
      feedback: { outcome: 'refused', facts: { error } },
      carton: { measured: null },
    })
  }
  await station.ask('bench.measure', bulging)
  await station.scan(mugCode)
  expect((await bench(station)).carton).toMatchObject({ units: 2, measured: null })
})
