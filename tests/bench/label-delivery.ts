import { join } from 'node:path'
import { grams } from '#shared/domain/units.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { type OrderText, wireOrder } from '#tests/support/wire-orders.ts'
import type { BenchRow } from './bench-row.ts'
import {
  type BenchStation,
  memoryCredentials,
  openBenchOrder,
  startBenchStation,
} from './support/bench-station.ts'
import { type Ends, withEnds } from './support/ends.ts'
import { median, repeat, spread } from './support/figures.ts'
import { benchGoods, benchOrder, benchOrderNo, goodsCode } from './support/goods.ts'
import { type PacedPrinter, startPacedPrinter } from './support/paced-printer.ts'
import { waitFor } from './support/wait-for.ts'

/** 150 mm at 6 inches a second, in milliseconds. */
const labelOnPaper = (150 / 25.4 / 6) * 1000

const start = async (
  ends: Ends,
  folder: string,
  order: OrderText,
  printer: PacedPrinter,
): Promise<BenchStation> => {
  const server = await startSandbox(join(folder, 'server'), [order])
  ends.add(server.stop)
  const home = join(folder, 'home')
  const credentials = memoryCredentials()
  const station = startBenchStation({ home, server, credentials, printer: printer.address })
  ends.add(station.close)
  await openBenchOrder(station)
  return station
}

/** From the seal to the last byte of the first label at the printer, against the time that label is on paper. */
export const sealToLabel: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const printer = await startPacedPrinter(0)
    ends.add(printer.close)
    const station = await start(ends, folder, benchOrder(), printer)
    const measured: number[] = []
    await repeat({ most: 60, ms: 30_000 }, async (round) => {
      await station.ask('bench.scan', goodsCode(round))
      await station.ask('bench.scan', 'LS!DONE')
      const { state } = await station.ask('bench.snapshot', undefined)
      const carton = state.carton
      if (carton === null) throw new Error(`no carton: ${state.feedback?.outcome}`)
      const before = printer.taken.length
      const sealed = performance.now()
      await station.ask('bench.typeWeight', { grams: grams(carton.expected), reason: 'bench' })
      await waitFor('the labels', () => Promise.resolve(printer.taken.length >= before + 2))
      measured.push((printer.taken[before] ?? 0) - sealed)
      await waitFor('the scan-back', async () => {
        const { step } = (await station.ask('bench.snapshot', undefined)).state
        return step === 'scan-back'
      })
      await station.ask('bench.scan', carton.code)
      await station.ask('bench.scan', carton.code)
    })
    return [
      {
        name: 'seal to last byte ÷ label on paper at 6 ips',
        ratio: median(measured) / labelOnPaper,
        goal: 0.05,
        better: 'lower',
        detail: `${spread(measured)} of ${measured.length} cartons; ${labelOnPaper.toFixed(0)} ms on paper`,
      },
    ]
  })

const cartons = 500
const jobs = 2 * cartons
/** Faster than any printer of such a label. */
const labelMs = 100
const aBatch = 100

/** A thousand labels queued at once, printed one after the other, against what the printer can do. */
export const queuedLabels: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const printer = await startPacedPrinter(labelMs)
    ends.add(printer.close)
    const [goods] = benchGoods
    if (goods === undefined) throw new Error('no goods')
    const order: OrderText = {
      ...wireOrder(benchOrderNo, [[goods, cartons]]),
      packing_mode: 'planned',
      planned_boxes: Array.from({ length: cartons }, (_none, index) => ({
        box_no: index + 1,
        box_details: [{ sku: goods.sku, quantity: 1 }],
      })),
    }
    const station = await start(ends, folder, order, printer)
    const begun = performance.now()
    for (let from = 1; from <= cartons; from += aBatch) {
      const range = { orderNo: benchOrderNo, from, to: from + aBatch - 1 }
      await waitFor(`cartons from ${from}`, async () => {
        try {
          await station.ask('printing.printPlanned', range)
          return true
        } catch {
          // Codes or numbers are still on their way.
          return false
        }
      })
    }
    const queued = performance.now()
    await waitFor('the last label', () => Promise.resolve(printer.printed.length >= jobs), 300_000)
    const [first = 0] = printer.printed
    const took = (printer.printed.at(-1) ?? 0) - first
    return [
      {
        name: 'a thousand queued labels ÷ limit of the printer',
        ratio: ((jobs - 1) * labelMs) / took,
        goal: 0.98,
        better: 'higher',
        detail: `${jobs} labels in ${(took / 1000).toFixed(1)} s at ${labelMs} ms a label; queued in ${((queued - begun) / 1000).toFixed(1)} s`,
      },
    ]
  })
