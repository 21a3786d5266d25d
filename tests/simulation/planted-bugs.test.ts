import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { histories } from './history.ts'
import { Broken, type Invariant, invariants, invariantsNotCovered } from './invariants.ts'
import { plantedServerBugs } from './planted-server-bugs.ts'
import { plantedStationBugs } from './planted-station-bugs.ts'
import { noFigures, runHistory } from './run-history.ts'
import { useTemplates } from './templates.ts'

vi.mock(import('node:zlib'), async (original) => {
  const { withoutThreads } = await import('./without-threads.ts')
  return withoutThreads(await original())
})

const templateOf = useTemplates()
const plantedBugs = [...plantedStationBugs, ...plantedServerBugs]
/** Histories in which a bug has to be caught. */
const within = 300

it('has a bug for every invariant that the histories try to break, and says which they do not', () => {
  const covered = Object.keys(invariants).map(Number)
  const planted = new Set(plantedBugs.map(({ invariant }) => invariant))
  expect([...planted].toSorted((left, right) => left - right)).toEqual(covered)
  const all = Array.from({ length: 16 }, (_, index) => index + 1)
  expect(new Set([...covered, ...invariantsNotCovered])).toEqual(new Set(all))
})

it.each(plantedBugs)(
  'catches $name, by invariant $invariant',
  async ({ name, invariant, plant }) => {
    // A bug often breaks another invariant first; here its own has to be named.
    const others: Invariant[] = []
    const property = fc.asyncProperty(histories, async (history) => {
      try {
        await runHistory(templateOf(history.stations), history, noFigures(), plant())
      } catch (error) {
        if (!(error instanceof Broken)) return
        if (error.invariant === invariant) throw error
        others.push(error.invariant)
      }
    })
    const found = await fc.check(property, { seed: 7, numRuns: within, endOnFailure: true })
    process.stderr.write(
      `${name}: invariant ${invariant} in history ${found.numRuns}; before it ${others.join(' ')}\n`,
    )
    expect(found.failed).toBe(true)
    expect(String(found.errorInstance)).toContain(`invariant ${invariant} is broken`)
  },
  120_000,
)
