import fc from 'fast-check'
import { expect, inject, it, vi } from 'vitest'
import { histories } from './history.ts'
import { invariants } from './invariants.ts'
import { figuresText, noFigures, runHistory } from './run-history.ts'
import { useTemplates } from './templates.ts'

vi.mock(import('node:zlib'), async (original) => {
  const { withoutThreads } = await import('./without-threads.ts')
  return withoutThreads(await original())
})

declare module 'vitest' {
  interface ProvidedContext {
    /** How many `npm run test:long` plays; absent in `npm test`. */
    histories: number | undefined
  }
}

/** Names one history: `seed:path` as a failure prints it. */
const variable = 'LINKSTAR_HISTORY'

const wanted = (): fc.Parameters<unknown> => {
  const replay = process.env[variable]
  if (replay !== undefined) {
    const [seed, ...path] = replay.split(':')
    return { seed: Number(seed), path: path.join(':'), numRuns: 1, endOnFailure: true }
  }
  const long = inject('histories')
  // `npm test` plays the same every time; the long run plays others.
  return long === undefined ? { numRuns: 500, seed: 20_261_123 } : { numRuns: long }
}

const templateOf = useTemplates()

it(
  `breaks none of the invariants ${Object.keys(invariants).join(', ')}, whatever network, clock, printer and people do`,
  async () => {
    const figures = noFigures()
    const started = { at: performance.now(), cpu: process.cpuUsage() }
    const tell = (): void => {
      const { user, system } = process.cpuUsage(started.cpu)
      const seconds = (performance.now() - started.at) / 1_000
      const processor = (user + system) / 1_000_000
      process.stderr.write(`${figuresText(figures, seconds, processor)}\n`)
    }
    const played = await fc.check(
      fc.asyncProperty(histories, async (history) => {
        await runHistory(templateOf(history.stations), history, figures)
        if (figures.histories % 1_000 === 0) tell()
      }),
      wanted(),
    )
    const { failed, seed, counterexamplePath } = played
    tell()
    process.stderr.write(`seed ${seed}\n`)
    if (!failed) return
    const again = `${variable}=${seed}:${counterexamplePath ?? ''} npx vitest run --project station ${import.meta.filename}`
    expect.fail(`${fc.defaultReportMessage(played)}\n\nTo play it again: ${again}`)
  },
  inject('histories') === undefined ? 600_000 : 7_200_000,
)
