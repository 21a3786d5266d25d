import type { Observation } from './witness.ts'

/** What happened in a run, one line each: the end of it is shown when something fails. */
export interface Trail {
  say(line: string): void
  tell(observation: Observation): void
  end(): string
}

/** Lines that are enough to see what led to a failure. */
const shown = 60

const lineOf = (observation: Observation): string | null => {
  if ('act' in observation) return `${observation.kind}: ${observation.act}`
  if (observation.kind !== 'bench') return null
  const { rev, step, feedback, carton } = observation.state
  const labels = carton?.labels.map(({ state }) => state).join(' ') ?? 'no carton'
  return `  ${rev} ${step}, ${feedback?.outcome ?? 'no answer'}, ${labels}`
}

export const createTrail = (): Trail => {
  const lines: string[] = []
  return {
    say: (line) => void lines.push(line),
    tell: (observation) => {
      const line = lineOf(observation)
      if (line !== null) lines.push(line)
    },
    end: () => lines.slice(-shown).join('\n'),
  }
}
