import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { cartonCode, type CartonCode } from '#shared/domain/carton-code.ts'
import { AppError } from '#shared/errors.ts'
import type {
  LabelRenderer,
  Printer,
  PrintJob,
  SendOutcome,
  Transport,
} from '#electron/printing/index.ts'
import { boxMark } from '../support/box-marks.ts'
import { type PrintingStation, startPrintingStation } from '../support/printing-station.ts'
import { tempFolder } from '../support/temp-folder.ts'

// Real store, journal and queue; only paper and pictures are left out, so that hundreds of lives fit into a test.

type Fate = 'sent' | 'nothing-left' | 'uncertain' | 'hang'

const renderer: Pick<LabelRenderer, 'render'> = {
  render: (input) => {
    if (input.kind !== 'box-mark') throw new Error('only marks are printed here')
    const { mark, label } = input
    const bytes = Buffer.from(
      JSON.stringify([mark.cartonCode, mark.revision, label.side, label.page, label.copy]),
    )
    return Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  },
}

const problem = new AppError('printer-interrupted', 'scripted')

const over: ReadonlySet<string> = new Set(['sent', 'confirmed', 'uncertain', 'withdrawn'])

/** What the label of a job says. */
const textOf = (job: PrintJob): string =>
  JSON.stringify([job.cartonCode, job.revision, job.side, job.page, job.copy])

/** A printer whose sends end as scripted; it remembers which labels' bytes left. */
const scripted = () => {
  const fates: Fate[] = []
  const left: string[] = []
  let hanging = 0
  const transport: Transport = {
    send: (bytes, { signal }) => {
      const fate = fates.shift() ?? 'sent'
      if (fate === 'nothing-left') return Promise.resolve<SendOutcome>({ kind: fate, problem })
      left.push(Buffer.from(bytes).toString())
      if (fate === 'sent') return Promise.resolve<SendOutcome>({ kind: fate })
      if (fate === 'uncertain') return Promise.resolve<SendOutcome>({ kind: fate, problem })
      hanging += 1
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ kind: 'uncertain', problem }))
      })
    },
  }
  const printer: Printer = {
    id: 'scripted',
    language: 'zpl',
    dpi: 203,
    media: '100x150',
    transport,
  }
  return { printer, fates, left, isHanging: () => hanging > 0, restarted: () => (hanging = 0) }
}

type Step =
  | { readonly kind: 'seal'; readonly fates: readonly Fate[] }
  | { readonly kind: 'batch'; readonly marks: number; readonly fates: readonly Fate[] }
  | { readonly kind: 'wake' | 'crash' | 'hold' | 'resume' }
  | { readonly kind: 'reprint' | 'copy' | 'confirm' | 'withdraw' | 'again'; readonly which: number }

const fates = fc.array(fc.constantFrom<Fate>('sent', 'nothing-left', 'uncertain', 'hang'), {
  maxLength: 6,
})

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('seal' as const), fates }),
    fc.record({
      kind: fc.constant('batch' as const),
      marks: fc.integer({ min: 1, max: 4 }),
      fates,
    }),
    fc.record({
      kind: fc.constantFrom<'wake' | 'crash' | 'hold' | 'resume'>(
        'wake',
        'crash',
        'hold',
        'resume',
      ),
    }),
    fc.record({
      kind: fc.constantFrom<'reprint' | 'copy' | 'confirm' | 'withdraw' | 'again'>(
        'reprint',
        'copy',
        'confirm',
        'withdraw',
        'again',
      ),
      which: fc.nat(20),
    }),
  ),
  { minLength: 1, maxLength: 14 },
)

const refusals: ReadonlySet<string> = new Set(['print-job-state', 'print-job-unknown'])

/** What the journal refuses is allowed to be refused. */
const attempt = (work: () => unknown): void => {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
  }
}

/** Nothing more happens by itself: all that waits waits for somebody. */
const isQuiet = (
  station: PrintingStation,
  codes: readonly CartonCode[],
  isHanging: boolean,
): boolean => {
  const isHeld = station.printing.holds().length > 0
  return (
    isHanging ||
    codes.every((code) => {
      const states = station.states(code)
      if (states.includes('sending')) return false
      if (isHeld) return true
      const isWaiting = states.includes('allocated') || states.includes('rendered')
      return !isWaiting || states.includes('failed')
    })
  )
}

/** Everything that was ever made, and how it ended. */
const jobsOf = (station: PrintingStation, codes: readonly CartonCode[]) =>
  codes.flatMap((code) => station.printing.jobsOf(code))

test('through holds, batches, withdrawals, crashes and reprints no label leaves twice, none out of its turn, and nothing uncertain again', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const folder = tempFolder()
      const paper = scripted()
      const start = (): PrintingStation =>
        startPrintingStation({ folder, renderer, printers: [paper.printer] })
      let station = start()
      const codes: CartonCode[] = []
      const withdrawn = new Set<number>()
      /** Proved by a scan although their bytes were thought never to have left. */
      const provedUnsent = new Set<number>()
      const freshMark = (revision: 0 | 1): BoxMarkInput => {
        const fresh = cartonCode(codes.length + 1)
        codes.push(fresh)
        return boxMark({ cartonCode: fresh, cartonNo: codes.length, revision })
      }
      const quiet = (): Promise<unknown> =>
        expect.poll(() => isQuiet(station, codes, paper.isHanging()), { interval: 1 }).toBe(true)
      for (const step of script) {
        const code = 'which' in step ? codes[step.which % codes.length] : undefined
        const isHeld = station.printing.holds().length > 0
        const left = paper.left.length
        if (step.kind === 'seal') {
          paper.fates.push(...step.fates)
          await station.seal(freshMark(1))
        } else if (step.kind === 'batch') {
          paper.fates.push(...step.fates)
          await station.plan(Array.from({ length: step.marks }, () => freshMark(0)))
        } else if (step.kind === 'wake') station.printing.wake()
        else if (step.kind === 'hold') station.printing.hold('scripted', 'new roll')
        else if (step.kind === 'resume') station.printing.resume('scripted')
        else if (step.kind === 'crash') {
          station.crash()
          paper.restarted()
          station = start()
          station.printing.wake()
        } else if ('which' in step && code !== undefined) {
          const jobs = station.printing.jobsOf(code)
          const { jobId = 0, revision = 1, state } = jobs[step.which % jobs.length] ?? {}
          attempt(() => {
            if (step.kind === 'reprint') station.printing.reprint(code, revision)
            if (step.kind === 'copy') station.printing.copy(code, 1, 1, 'torn')
            if (step.kind === 'again') station.printing.again(jobId, 'torn')
            if (step.kind === 'confirm') station.printing.confirm(jobId)
            if (step.kind === 'confirm' && state === 'failed') provedUnsent.add(jobId)
            if (step.kind !== 'withdraw') return
            station.printing.withdraw([jobId], 'not wanted')
            withdrawn.add(jobId)
          })
        }
        await quiet()
        expect(new Set(paper.left).size).toBe(paper.left.length)
        if (isHeld && step.kind !== 'resume' && step.kind !== 'reprint') {
          expect(paper.left).toHaveLength(left)
        }
        for (const job of jobsOf(station, codes)) {
          expect(job.state === 'withdrawn').toBe(withdrawn.has(job.jobId))
        }
        expect(station.faults).toEqual([])
      }
      // Once nothing is wrong any more, all that waits comes out: none is missing, and none came twice.
      if (!paper.isHanging()) {
        paper.fates.length = 0
        station.printing.resume('scripted')
        for (const job of jobsOf(station, codes)) {
          if (job.state === 'failed') station.printing.again(job.jobId, 'printer is back')
        }
        await expect
          .poll(() => jobsOf(station, codes).every(({ state }) => over.has(state)), { interval: 1 })
          .toBe(true)
        const printed = jobsOf(station, codes).filter(
          ({ jobId }) => !withdrawn.has(jobId) && !provedUnsent.has(jobId),
        )
        expect(paper.left.toSorted()).toEqual(printed.map(textOf).toSorted())
      }
      station.crash()
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the marks of a batch leave in their order, and trouble stops it at once where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(11),
      fc.constantFrom<Fate>('nothing-left', 'uncertain'),
      async (at, fate) => {
        const paper = scripted()
        const station = startPrintingStation({
          folder: tempFolder(),
          renderer,
          printers: [paper.printer],
        })
        const marks = Array.from({ length: 6 }, (_, index) =>
          boxMark({ cartonCode: cartonCode(index + 1), cartonNo: index + 1, revision: 0 }),
        )
        const codes = marks.map(({ cartonCode: code }) => code)
        paper.fates.push(...Array.from({ length: at }, (): Fate => 'sent'), fate)
        await station.plan(marks)
        const counts = () => Map.groupBy(jobsOf(station, codes), ({ state }) => state)
        await expect.poll(() => station.printing.holds().length, { interval: 1 }).toBe(1)
        expect(counts().get('sent')?.length ?? 0).toBe(at)
        expect(counts().get(fate === 'uncertain' ? 'uncertain' : 'failed')).toHaveLength(1)
        expect(station.facts).toEqual([])
        for (const job of jobsOf(station, codes)) {
          if (job.state === 'failed') station.printing.again(job.jobId, 'paper is in')
        }
        station.printing.resume('scripted')
        await expect
          .poll(() => jobsOf(station, codes).every(({ state }) => over.has(state)), { interval: 1 })
          .toBe(true)
        expect(paper.left).toEqual(jobsOf(station, codes).map(textOf))
        station.crash()
      },
    ),
    { numRuns: 12 },
  )
})
