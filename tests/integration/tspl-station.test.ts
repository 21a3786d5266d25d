import { expect, onTestFinished, test } from 'vitest'
import { pictureOf, readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { printTspl } from '#tests/support/tspl-printer.ts'

test.each([
  [203, 8],
  [300, 300 / 25.4],
] as const)(
  'a carton is packed, marked and verified on a TSPL printer of %i dpi',
  async (dpi, dotsPerMm) => {
    const printer = await startTcpPrinter()
    onTestFinished(() => printer.close())
    const server = await startServer([mugsAndCups()])
    const station = startStation({ server, printer: printer.address, language: 'tspl', dpi })
    await until(async () => {
      expect(await station.ask('orders.list', undefined)).toHaveLength(1)
      expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    })
    await station.ask('bench.open', 'BH-1')
    await station.ask('training.place', 0)
    await station.scan(mugCode, mugCode, cupCode, 'LS!DONE')
    await station.ask('training.place', null)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
    await printer.ended(2)

    const code = (await bench(station)).carton?.code ?? ''
    const marks: string[] = []
    for (const job of printer.received) {
      const sheets = printTspl(job, dotsPerMm)
      expect(sheets.map(({ copies }) => copies)).toEqual([1])
      const [sheet] = sheets
      if (sheet === undefined) throw new Error('nothing was printed')
      const said = await readByZxing(pictureOf(sheet))
      expect(await readByZbar(pictureOf(sheet))).toEqual(said)
      expect(said).toContain(code)
      marks.push(said.find((text) => text !== code) ?? '')
    }
    expect(marks).toHaveLength(2)
    await station.scan(...marks)
    expect((await bench(station)).lastVerified?.code).toBe(code)
    await uploaded(station)
  },
)
