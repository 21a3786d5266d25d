import { join } from 'node:path'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import type { BenchResult, BenchRow } from './bench-row.ts'
import { type BenchApp, launchApp, openAppOrder } from './support/bench-app.ts'
import { withEnds } from './support/ends.ts'
import { frameMs, median, percentile, repeat } from './support/figures.ts'
import { benchOrderNo } from './support/goods.ts'
import { startPacedPrinter } from './support/paced-printer.ts'
import { installWaits, type Wait, waitFor } from './support/waits.ts'

const caseCode = '16925000000019'
const lamp = wireSku('BENCH-LAMP', '6925000000012', {
  barcodes: [
    { value: '6925000000012', kind: 'ean', units: 1 },
    { value: caseCode, kind: 'case', units: 6 },
  ],
})
const warmUp = 5
const limits = { most: 65, ms: 90_000 }

/** From the scan of a case, a steady weight or the scan of a mark to its answer. */
interface Waits {
  readonly scan: Wait
  readonly seal: Wait
  readonly mark: Wait
  readonly last: Wait
}
const names = ['scan', 'seal', 'mark', 'last'] as const

const packCase = async ({ page, scanner }: BenchApp): Promise<Waits> => {
  const place = (grams: number | null) => askStation(page, 'training.place', grams)
  await place(0)
  const scan = await waitFor(page, 'key', { step: 2 }, () => scanner.scan(caseCode))
  const seal = await waitFor(page, 'stable', { step: 3 }, () => place(null))
  await page.locator('footer li[aria-current=step]:nth-child(4)').waitFor()
  const code = (await page.getByTestId('carton-code').textContent()) ?? ''
  const mark = await waitFor(page, 'key', { verdict: 'mark-confirmed' }, () => scanner.scan(code))
  const last = await waitFor(page, 'key', { verdict: 'carton-verified' }, () => scanner.scan(code))
  return { scan, seal, mark, last }
}

/**
 * A factory carton in the real app, driven by scans, in frames: the longest that its packer waits for us at a time, each wait
 * to the paint; and all four together, of which three end with the answer, which is heard, and the last with the paint that
 * says that the next case may come. What the scale takes to become steady and the labels to be made and printed is not counted.
 */
export const caseLoop: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [
      wireOrder(benchOrderNo, [[lamp, 6_000]]),
    ])
    ends.add(server.stop)
    const printer = await startPacedPrinter(0)
    ends.add(printer.close)
    const { address } = printer
    const app = await launchApp({ home: join(folder, 'home'), server, printer: address })
    ends.add(app.close)
    await openAppOrder(app)
    await installWaits(app.page)
    await waitFor(app.page, 'key', { verdict: 'mode-whole-case' }, () =>
      app.scanner.scan('LS!CASE'),
    )
    const measured: Waits[] = []
    await repeat(limits, async (round) => {
      const waits = await packCase(app)
      if (round >= warmUp) measured.push(waits)
    })
    const longest = measured.map((waits) => Math.max(...names.map((name) => waits[name].painted)))
    const whole = measured.map(
      ({ scan, seal, mark, last }) => scan.answered + seal.answered + mark.answered + last.painted,
    )
    const frames = (values: readonly number[]) => (median(values) / frameMs).toFixed(2)
    const parts = (to: keyof Wait) =>
      names.map((name) => `${name} ${frames(measured.map((waits) => waits[name][to]))}`).join(', ')
    const result = (what: string, values: readonly number[], detail: string): BenchResult => ({
      name: `whole case, ${what}, p95, in frames`,
      ratio: percentile(values, 0.95) / frameMs,
      goal: 6,
      better: 'lower',
      detail,
    })
    return [
      result(
        'all that is ours',
        whole,
        `${measured.length} cartons, median ${frames(whole)}; medians to the answer: ${parts('answered')}`,
      ),
      result('longest wait to a paint', longest, `medians to the paint: ${parts('painted')}`),
    ]
  })
