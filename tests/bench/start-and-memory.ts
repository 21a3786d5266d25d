import { join } from 'node:path'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import type { BenchRow } from './bench-row.ts'
import { type BenchApp, launchApp, openAppOrder } from './support/bench-app.ts'
import { launchEmptyWindow } from './support/empty-window.ts'
import { withEnds } from './support/ends.ts'
import { median } from './support/figures.ts'
import { benchOrder, goodsCode } from './support/goods.ts'
import { painted } from './support/painted.ts'
import { treeMemory } from './support/process-memory.ts'

const rounds = 3

const scanOne = async ({ page, scanner }: BenchApp): Promise<void> => {
  const units = page.getByTestId('carton-units')
  const before = Number(await units.textContent())
  await scanner.scan(goodsCode(0))
  await units.and(page.getByText(String(before + 1), { exact: true })).waitFor()
  await painted(page)
}

/** Ends the carton in hand: weighed, sealed, and its marks on paper. */
const printCarton = async ({ page }: BenchApp): Promise<void> => {
  await askStation(page, 'training.place', 0)
  await page.keyboard.press('F8')
  await askStation(page, 'training.place', null)
  await page.locator('[data-testid="print-state"][data-state="sent"]').waitFor()
}

const figures = (values: readonly number[], unit: string): string =>
  `${values.map((value) => value.toFixed(0)).join(', ')} ${unit}`

/** The app with its order on the bench, until a scan is accepted on the screen, against an empty window; then what both hold in memory. */
export const startAndMemory: BenchRow = (folder) =>
  withEnds(async (ends) => {
    const server = await startSandbox(join(folder, 'server'), [benchOrder()])
    ends.add(server.stop)
    const printer = await startTcpPrinter()
    ends.add(printer.close)
    const parts = { home: join(folder, 'home'), server, printer: printer.address }
    const first = await launchApp(parts)
    await openAppOrder(first)
    await scanOne(first)
    await first.close()

    const ours = { start: [] as number[], memory: [] as number[] }
    const theirs = { start: [] as number[], memory: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      const emptyBegun = performance.now()
      const empty = await launchEmptyWindow(join(folder, 'empty'))
      theirs.start.push(performance.now() - emptyBegun)
      theirs.memory.push(treeMemory(empty.process().pid ?? 0))
      await empty.close()

      const begun = performance.now()
      const app = await launchApp(parts)
      await app.page.getByTestId('carton-units').waitFor()
      await scanOne(app)
      ours.start.push(performance.now() - begun)
      if (round === rounds - 1) {
        await printCarton(app)
        ours.memory.push(treeMemory(app.electron.process().pid ?? 0))
      }
      await app.close()
    }
    return [
      {
        name: 'start to first accepted scan ÷ start of an empty window',
        ratio: median(ours.start) / median(theirs.start),
        goal: 1.5,
        better: 'lower',
        detail: `${figures(ours.start, 'ms')}; empty window ${figures(theirs.start, 'ms')}`,
      },
      {
        name: 'memory (PSS) after one printed carton ÷ of an empty window',
        ratio: median(ours.memory) / median(theirs.memory),
        goal: 1.5,
        better: 'lower',
        detail: `${figures(ours.memory, 'MB')}; empty window ${figures(theirs.memory, 'MB')}`,
      },
    ]
  })
