import type { Fate, History } from './history.ts'
import { checkRest } from './check-rest.ts'
import { drain } from './drain.ts'
import { playAll } from './play.ts'
import type { Template } from './template.ts'
import { watchStations } from './watch-station.ts'
import { openWorld, type Plant } from './world.ts'

/** What a run of many histories came to. */
export interface Figures {
  histories: number
  steps: number
  scans: number
  cartons: number
  readonly faults: Map<string, number>
}

export const noFigures = (): Figures => ({
  histories: 0,
  steps: 0,
  scans: 0,
  cartons: 0,
  faults: new Map(),
})

const harmless: ReadonlySet<Fate> = new Set(['deliver'])
const stepFaults: ReadonlySet<string> = new Set(['crash', 'restore', 'fence', 'revoke', 'jump'])

/** Plays one history from a fresh copy of the template. @throws Broken when an invariant is */
export const runHistory = async (
  template: Template,
  history: History,
  figures: Figures,
  plant: Plant = {},
): Promise<void> => {
  const world = openWorld(template.copy(), plant)
  const add = (name: string, count = 1): void =>
    void figures.faults.set(name, (figures.faults.get(name) ?? 0) + count)
  try {
    const onStations = watchStations(world)
    const stage = { world, onStations }
    await playAll(stage, history)
    await drain(stage)
    checkRest(world, onStations)
    figures.histories += 1
    figures.steps += history.steps.length
    figures.scans += onStations.scans
    figures.cartons += onStations.cartons
    for (const [fate, count] of world.network.met) if (!harmless.has(fate)) add(fate, count)
    for (const step of history.steps) {
      if (stepFaults.has(step.kind)) add(step.kind)
      if (step.kind === 'paper' && step.fate !== 'sent') add(`print ${step.fate}`)
    }
  } finally {
    await world.close()
  }
}

/** @param seconds on the clock @param processor seconds of processor time */
export const figuresText = (figures: Figures, seconds: number, processor: number): string => {
  const { histories, steps, scans, cartons, faults } = figures
  const kinds = [...faults].toSorted(([left], [right]) => (left < right ? -1 : 1))
  return [
    `${histories} histories of ${steps} steps in ${seconds.toFixed(0)} s, ${processor.toFixed(0)} s of processor time`,
    `${scans} scans, ${cartons} cartons`,
    `faults: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
  ].join('; ')
}
