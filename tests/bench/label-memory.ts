import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BenchRow } from './bench-row.ts'
import { median } from './support/figures.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'support/label-run.ts')
const labels = 500
/** Memory of the worker breathes between two collections of garbage: the median of so many labels is what it rests at. */
const breath = 25

/** Memory of a process that renders labels in its worker: after 500 of them, against after 100. */
export const labelMemory: BenchRow = async () => {
  const { stdout } = await run(process.execPath, ['--expose-gc', program, String(labels)])
  const megabytes = stdout
    .trim()
    .split('\n')
    .map((bytes) => Number(bytes) / 1024 / 1024)
  if (megabytes.length !== labels) throw new Error(`${megabytes.length} of ${labels} labels`)
  const after = (label: number): number => median(megabytes.slice(label - breath, label))
  return [
    {
      name: 'RSS after 500 labels ÷ after 100',
      ratio: after(labels) / after(100),
      goal: 1.1,
      better: 'lower',
      detail: `${after(100).toFixed(0)} MB after 100, ${after(300).toFixed(0)} after 300, ${after(labels).toFixed(0)} after 500; most ${Math.max(...megabytes).toFixed(0)}; medians of ${breath} labels, every language in turn`,
    },
  ]
}
