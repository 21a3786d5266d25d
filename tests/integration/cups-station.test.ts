import { expect, onTestFinished, test, vi } from 'vitest'
import { startCups } from '#tests/support/cups-server.ts'
import { drawZpl, readByZxing } from '#tests/support/label-oracles.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { tcpPrinter } from '#tests/support/tcp-printer.ts'

test('a carton is packed, marked and verified through a queue of CUPS, also after the queue was paused', async () => {
  const cups = await startCups()
  vi.stubEnv('CUPS_SERVER', cups.server)
  onTestFinished(() => void vi.unstubAllEnvs())
  const printer = await tcpPrinter()
  await cups.addQueue('Zebra', `socket://${printer.host}:${printer.port}`)
  await cups.pause('Zebra')
  const server = await startServer([mugsAndCups()])
  const station = startStation({ server, printer: 'cups:Zebra' })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })
  await station.ask('bench.open', 'BH-1')
  await station.ask('training.place', 0)
  await station.scan(mugCode, cupCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => {
    const labels = (await bench(station)).carton?.labels ?? []
    expect(labels[0]).toMatchObject({
      state: 'failed',
      problem: { code: 'printer-unreachable', details: { reason: 'paused' } },
    })
  })
  expect(printer.connections()).toBe(0)

  await cups.resume('Zebra')
  await station.ask('bench.reprint', undefined)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const code = (await bench(station)).carton?.code ?? ''
  expect(printer.received).toHaveLength(2)
  for (const label of printer.received) {
    expect(await readByZxing(await drawZpl(label))).toContain(code)
  }
  await station.scan(code, code)
  expect((await bench(station)).lastVerified?.code).toBe(code)
  await uploaded(station)
}, 60_000)
