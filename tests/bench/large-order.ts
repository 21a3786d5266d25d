import { join } from 'node:path'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { type OrderText, wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import type { BenchResult, BenchRow } from './bench-row.ts'
import { type BenchApp, launchApp, openAppOrder } from './support/bench-app.ts'
import { withEnds } from './support/ends.ts'
import { frameMs, percentile, spread } from './support/figures.ts'
import { benchGoods, benchOrderNo, goodsCode } from './support/goods.ts'
import { startPacedPrinter } from './support/paced-printer.ts'
import { atRest, installWaits, type Shown, waitFor } from './support/waits.ts'
import { waitFor as waitUntil } from './support/wait-for.ts'

const lines = 5_000
const boxes = 500
const warmUp = 2
/** Of the planned cartons, those that are opened. */
const opened = 102
/** One in so many takes goods. */
const filled = 4

const largeOrder = (): OrderText => ({
  ...wireOrder(benchOrderNo, [
    ...benchGoods.map((goods) => [goods, 5_000] as const),
    ...Array.from({ length: lines - benchGoods.length }, (_none, index) => {
      const code = `69270${String(index).padStart(8, '0')}`
      return [wireSku(`LARGE-${index}`, code, { unit_weight_g: 20 }), 3] as const
    }),
  ]),
  packing_mode: 'planned',
  planned_boxes: Array.from({ length: boxes }, (_none, index) => ({
    box_no: index + 1,
    box_details: benchGoods.map(({ sku }) => ({ sku, quantity: 2 })),
  })),
})

const marksAhead = async ({ page }: BenchApp): Promise<readonly string[]> => {
  const range = { orderNo: benchOrderNo, from: 1, to: opened }
  await waitUntil(
    'carton numbers',
    async () => (await askStation(page, 'printing.printPlanned', range)).ok,
  )
  const listed = await askStation(page, 'printing.planned', benchOrderNo)
  if (!listed.ok) throw new Error(listed.error.message)
  return listed.value.flatMap(({ code }) => code ?? [])
}

/** Scans in an order of 5,000 lines that is packed by its list of 500 cartons, to the paint of their answers. */
export const largeOrderToPaint: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [largeOrder()])
    ends.add(server.stop)
    const printer = await startPacedPrinter(0)
    ends.add(printer.close)
    const home = join(folder, 'home')
    const app = await launchApp({ home, server, printer: printer.address })
    ends.add(app.close)
    await openAppOrder(app)
    const codes = await marksAhead(app)
    await waitUntil('the marks', () => Promise.resolve(printer.taken.length >= 2 * opened))
    await installWaits(app.page)
    const opening: number[] = []
    const goods: number[] = []
    const painted = async (shown: Shown, scanned: string): Promise<number> =>
      (await waitFor(app.page, 'key', shown, () => app.scanner.scan(scanned))).painted
    for (const [round, code] of codes.entries()) {
      const isMeasured = round >= warmUp
      const mark = await painted({ verdict: 'mark-planned' }, code)
      if (isMeasured) opening.push(mark)
      // All but the last unit, which goes to the scale.
      const most = round % filled === 0 ? 2 * benchGoods.length - 1 : 0
      for (let units = 1; units <= most; units += 1) {
        const unit = await painted({ verdict: 'accepted', units }, goodsCode(units))
        if (isMeasured) goods.push(unit)
      }
      await askStation(app.page, 'cartons.void', { code, reason: 'measured' })
      await atRest(app.page)
    }
    const result = (
      what: string,
      measured: readonly number[],
      share: 0.5 | 0.99,
      goal: number,
    ): BenchResult => ({
      name: `5,000 lines and 500 planned cartons: ${what} to paint, p${share * 100}, in frames`,
      ratio: percentile(measured, share) / frameMs,
      goal,
      better: 'lower',
      detail: `${spread(measured)} of ${measured.length} scans`,
    })
    return [
      result('goods', goods, 0.5, 2),
      result('goods', goods, 0.99, 6),
      result('a mark that opens its carton', opening, 0.5, 2),
      result('a mark that opens its carton', opening, 0.99, 6),
    ]
  })
