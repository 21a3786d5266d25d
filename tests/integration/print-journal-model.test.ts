import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cartonCode, type CartonCode } from '#shared/domain/carton-code.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelRenderer, Printer, SendOutcome, Transport } from '#electron/printing/index.ts'
import { boxMark } from '../support/box-marks.ts'
import { type PrintingStation, startPrintingStation } from '../support/printing-station.ts'
import { tempFolder } from '../support/temp-folder.ts'

// Real store, journal and queue; only paper and pictures are left out, so that hundreds of lives fit into a test.

type Fate = 'sent' | 'nothing-left' | 'uncertain' | 'hang'

const renderer: Pick<LabelRenderer, 'render'> = {
  render: (mark, label) => {
    const bytes = Buffer.from(
      JSON.stringify([mark.cartonCode, mark.revision, label.side, label.page, label.copy]),
    )
    return Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  },
}

const problem = new AppError('printer-interrupted', 'scripted')

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
  const printer: Printer = { id: 'scripted', language: 'zpl', dpi: 203, transport }
  return { printer, fates, left, isHanging: () => hanging > 0, restarted: () => (hanging = 0) }
}

type Step =
  | { readonly kind: 'seal'; readonly fates: readonly Fate[] }
  | { readonly kind: 'wake' | 'crash' }
  | { readonly kind: 'reprint' | 'copy' | 'confirm'; readonly which: number }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('seal' as const),
      fates: fc.array(fc.constantFrom<Fate>('sent', 'nothing-left', 'uncertain', 'hang'), {
        maxLength: 4,
      }),
    }),
    fc.record({ kind: fc.constantFrom('wake' as const, 'crash' as const) }),
    fc.record({
      kind: fc.constantFrom('reprint' as const, 'copy' as const, 'confirm' as const),
      which: fc.nat(5),
    }),
  ),
  { minLength: 1, maxLength: 12 },
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

const isQuiet = (
  station: PrintingStation,
  codes: readonly CartonCode[],
  isHanging: boolean,
): boolean =>
  isHanging ||
  codes.every((code) => {
    const states = station.states(code)
    return (
      !states.includes('sending') &&
      !states.includes('rendered') &&
      (!states.includes('allocated') || states.includes('failed'))
    )
  })

test('through crashes, failures and reprints no label leaves twice and nothing uncertain is sent again', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const folder = tempFolder()
      const paper = scripted()
      const start = (): PrintingStation =>
        startPrintingStation({ folder, renderer, printers: [paper.printer] })
      let station = start()
      const codes: CartonCode[] = []
      const quiet = (): Promise<unknown> =>
        expect.poll(() => isQuiet(station, codes, paper.isHanging()), { interval: 1 }).toBe(true)
      for (const step of script) {
        const code = 'which' in step ? codes[step.which % codes.length] : undefined
        if (step.kind === 'seal') {
          const fresh = cartonCode(codes.length + 1)
          codes.push(fresh)
          paper.fates.push(...step.fates)
          await station.seal(boxMark({ cartonCode: fresh, cartonNo: codes.length }))
        } else if (step.kind === 'wake') station.printing.wake()
        else if (step.kind === 'crash') {
          station.crash()
          paper.restarted()
          station = start()
          station.printing.wake()
        } else if (code !== undefined) {
          const jobs = station.printing.jobsOf(code)
          attempt(() => {
            if (step.kind === 'reprint') station.printing.reprint(code, 1)
            if (step.kind === 'copy') station.printing.copy(code, 1, 1, 'torn')
            if (step.kind === 'confirm')
              station.printing.confirm(jobs[step.which % jobs.length]?.jobId ?? 0)
          })
        }
        await quiet()
        expect(new Set(paper.left).size).toBe(paper.left.length)
        expect(station.faults).toEqual([])
      }
      station.crash()
    }),
    { numRuns: 60 },
  )
})
