import { expect, test } from 'vitest'
import { bench, mugCode, mugsAndCups, until, uploaded } from '#tests/support/one-order-station.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { tcpPrinter } from '#tests/support/tcp-printer.ts'
import { zebraWell, zebraWithoutPaper } from '#tests/support/zebra-words.ts'

test('a printer that ran out of paper while nobody printed is told at once, gets no label, and prints when it has paper', async () => {
  const printer = await tcpPrinter()
  let says = zebraWell
  printer.speak((query) => (query.startsWith('~HS') ? says : ''))
  const server = await startServer([mugsAndCups()])
  const station = startStation({ server, printer: printer.address })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    // Well because it says so, before any label.
    expect(station.latest('devices')?.printer).toMatchObject({ state: 'ok', problem: null })
  })
  says = zebraWithoutPaper
  await station.ask('bench.open', 'BH-1')
  await until(() =>
    expect(station.latest('devices')?.printer).toMatchObject({
      state: 'problem',
      problem: { code: 'printer-paper-out', details: { media: '100x150' } },
    }),
  )
  await station.ask('training.place', 0)
  await station.scan(mugCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => {
    const { carton, step } = await bench(station)
    expect(step).toBe('marking')
    expect(carton?.labels.map(({ state, problem }) => [state, problem?.code])).toEqual([
      ['allocated', 'printer-paper-out'],
      ['allocated', 'printer-paper-out'],
    ])
  })
  expect(station.latest('printing')?.printers[0]).toMatchObject({
    hold: null,
    trouble: { code: 'printer-paper-out' },
  })
  expect(printer.connections()).toBe(0)

  says = zebraWell
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  expect(printer.connections()).toBe(2)
  expect(station.latest('devices')?.printer).toMatchObject({ state: 'ok' })
  expect(station.latest('printing')?.printers[0]).toMatchObject({ trouble: null })
  await uploaded(station)
}, 60_000)

test('the lamp stays with what the printer says, whatever became of labels that came out before', async () => {
  const printer = await tcpPrinter()
  let says = zebraWell
  printer.speak((query) => (query.startsWith('~HS') ? says : ''))
  const server = await startServer([mugsAndCups()])
  const station = startStation({ server, printer: printer.address })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })
  await station.ask('bench.open', 'BH-1')
  await station.ask('training.place', 0)
  await station.scan(mugCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  says = zebraWithoutPaper
  await until(() => expect(station.latest('devices')?.printer).toMatchObject({ state: 'problem' }))
  const code = (await bench(station)).carton?.code ?? ''
  await station.scan(code, code)
  expect((await bench(station)).lastVerified?.code).toBe(code)
  await uploaded(station)
  expect(station.latest('devices')?.printer).toMatchObject({
    state: 'problem',
    problem: { code: 'printer-paper-out' },
  })
}, 60_000)
