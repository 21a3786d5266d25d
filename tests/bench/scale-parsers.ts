import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { protocols } from '#electron/devices/scales/protocols/all.ts'
import type { BenchRow } from './bench-row.ts'
import { median, timed } from './support/figures.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'support/scale-run.ts')
const rounds = 15
/** Two hours at 20 Hz. */
const frames = 144_000
/** What a serial port gives in one piece. */
const chunkBytes = 64

const stream = Buffer.from('ST,GS,+0012.35kg\r\n'.repeat(frames), 'latin1')
const chunks = Array.from({ length: Math.ceil(stream.length / chunkBytes) }, (_, index) =>
  stream.subarray(index * chunkBytes, (index + 1) * chunkBytes),
)

const through = (take: (chunk: Buffer) => void): Promise<number> =>
  timed(() =>
    pipeline(
      Readable.from(chunks),
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          take(chunk)
          done()
        },
      }),
    ),
  )

const heapRatio = async (): Promise<readonly [number, number]> => {
  const { stdout } = await run(process.execPath, ['--expose-gc', program])
  const bytes = stdout.trim().split('\n').map(Number)
  return [median(bytes.slice(5, 15)), median(bytes.slice(-10))]
}

/** Two hours of a scale's frames through its parser, against the same bytes through a stream that copies them. */
export const scaleParsers: BenchRow = async () => {
  const ours: number[] = []
  const raw: number[] = []
  const copy = Buffer.alloc(chunkBytes)
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await through((chunk) => void chunk.copy(copy)))
    const parser = protocols.and.createParser()
    ours.push(await through((chunk) => void parser.push(chunk)))
    if (parser.counts().frames !== frames - 1) throw new Error(JSON.stringify(parser.counts()))
  }
  const [early, late] = await heapRatio()
  return [
    {
      name: 'scale parser rate ÷ stream copy',
      ratio: median(raw) / median(ours),
      // A fiftieth: two hours of a scale are then read in a quarter of a second.
      goal: 0.02,
      better: 'higher',
      detail: `${median(ours).toFixed(0)} ms against ${median(raw).toFixed(0)} ms for ${frames} frames of A&D in pieces of ${chunkBytes} bytes`,
    },
    {
      name: 'heap after 2 h of a scale ÷ after 10 min',
      ratio: late / early,
      goal: 1.1,
      better: 'lower',
      detail: `${(early / 1024).toFixed(0)} kB, then ${(late / 1024).toFixed(0)} kB; three protocols at 20 Hz, replayed at speed`,
    },
  ]
}
