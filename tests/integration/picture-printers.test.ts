import { expect, onTestFinished, test } from 'vitest'
import { readEscpos } from '#tests/support/escpos-stream.ts'
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
  ['tspl', 203, (job: Uint8Array) => printTspl(job, 8)],
  ['tspl', 300, (job: Uint8Array) => printTspl(job, 300 / 25.4)],
  ['escpos', 203, readEscpos],
] as const)(
  'a carton is packed, marked and verified on a printer of %s and %i dpi',
  async (language, dpi, print) => {
    const printer = await startTcpPrinter()
    onTestFinished(() => printer.close())
    const server = await startServer([mugsAndCups()])
    const station = startStation({ server, printer: printer.address, language, dpi })
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
      const [sheet, ...more] = print(job)
      expect(more).toEqual([])
      if (sheet === undefined) throw new Error('nothing was printed')
      expect(sheet.commands.at(-1)).toBe(language === 'tspl' ? 'PRINT 1,1' : 'GS V 0')
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
