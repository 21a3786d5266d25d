// A process of its own that renders box marks as the station does, and tells its memory after each.
// Started with --expose-gc: it does nothing else, so that nobody would collect the labels it has been given.
import fc from 'fast-check'
import { createLabelRenderer } from '#electron/printing/index.ts'
import { anyBoxMark } from '#tests/support/box-marks.ts'

const labels = Number(process.argv[2])
const languages = ['zpl', 'tspl', 'escpos'] as const
// The same marks in each run; the generator itself must not be what grows.
const marks = fc.sample(anyBoxMark(40), { numRuns: 50, seed: 20_261_126 })

const collect = globalThis.gc
if (collect === undefined) throw new Error('start it with --expose-gc')
const renderer = createLabelRenderer({
  workerUrl: new URL('../../../electron/printing/label-worker.ts', import.meta.url),
})
for (let label = 0; label < labels; label += 1) {
  const mark = marks[label % marks.length]
  const language = languages[label % languages.length]
  if (mark === undefined || language === undefined) throw new RangeError('there are no marks')
  const side = label % 2 === 0 ? 1 : 2
  await renderer.render(
    { kind: 'box-mark', mark, label: { side, page: 1, copy: 0 } },
    { language, dpi: 203, media: '100x150' },
  )
  collect()
  console.log(process.memoryUsage.rss())
}
await renderer.close()
