// `npm run bench [-- ROW…]`: this program against plain baselines, measured in the same run; prints a table and writes out/bench.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type BenchResult, type BenchRow, isMet } from '#tests/bench/bench-row.ts'
import { benchRows } from '#tests/bench/rows.ts'
import { hasDisplay } from './electron-runtime.ts'
import { runChild } from './run-child.ts'

const report = join(import.meta.dirname, '../out/bench.json')

const measure = async (row: BenchRow): Promise<readonly BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'linkstar-bench-'))
  try {
    return await row(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const line = (result: BenchResult): string => {
  const { name, ratio, goal, better, detail } = result
  const goalText = `${better === 'lower' ? '≤' : '≥'} ${goal}`
  const judged = isMet(result) ? 'met   ' : 'missed'
  return `${ratio.toFixed(2).padStart(6)}  ${goalText.padEnd(6)}${judged}  ${name}\n                        ${detail}`
}

const run = async (wanted: readonly string[]): Promise<void> => {
  const results: BenchResult[] = []
  console.log(' ratio  goal          what')
  for (const [name, row] of Object.entries(benchRows)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    try {
      for (const result of await measure(row)) {
        results.push(result)
        console.log(line(result))
      }
    } catch (error) {
      console.error(`${name} could not be measured:`, error)
      process.exitCode = 1
    }
  }
  mkdirSync(join(report, '..'), { recursive: true })
  writeFileSync(report, `${JSON.stringify(results, null, 2)}\n`)
  console.log(`\nThe figures are in ${relative(process.cwd(), report)}.`)
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benchRows))
if (unknown.length > 0) {
  console.error(
    `There is no row ${unknown.join(', ')}; there are ${Object.keys(benchRows).join(', ')}.`,
  )
  process.exitCode = 2
} else if (hasDisplay()) {
  await run(wanted)
} else {
  const screen = ['-a', '-s', '-screen 0 1920x1080x24']
  const again = [process.execPath, import.meta.filename, ...wanted]
  process.exitCode = await runChild('xvfb-run', [...screen, ...again])
}
