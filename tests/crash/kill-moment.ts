import type { Dice } from './dice.ts'
import type { Observation } from './witness.ts'

/** When the power goes: the `after`th time that something is seen. */
export interface KillMoment {
  readonly phase: Phase
  readonly after: number
  readonly isSeen: (observation: Observation) => boolean
}

const labelIs =
  (...states: readonly string[]) =>
  (observation: Observation): boolean =>
    observation.kind === 'bench' &&
    (observation.state.carton?.labels.some((label) => states.includes(label.state)) ?? false)

const underWay =
  (acts: RegExp) =>
  (observation: Observation): boolean =>
    (observation.kind === 'begun' || observation.kind === 'taken') && acts.test(observation.act)

const phases = {
  /** Between two acts. */
  'at-rest': { isSeen: ({ kind }) => kind === 'done', most: 20 },
  /** Keys are on their way, no answer yet. */
  'scan-under-way': { isSeen: underWay(/^scan/), most: 24 },
  /** The very moment an answer reaches the page, more scans being under way. */
  'scan-answered': { isSeen: ({ kind }) => kind === 'answer', most: 30 },
  /** The weight is being taken. */
  weighing: { isSeen: underWay(/weigh/), most: 4 },
  'weight-moving': { isSeen: ({ kind }) => kind === 'scale', most: 12 },
  /** The seal has just been committed, and with it the print jobs. */
  sealed: {
    isSeen: (seen) => seen.kind === 'bench' && seen.state.step === 'marking',
    most: 6,
  },
  rendered: { isSeen: labelIs('rendered'), most: 3 },
  sending: { isSeen: labelIs('sending'), most: 3 },
  /** The printer holds a part of a label. */
  'half-printed': { isSeen: ({ kind }) => kind === 'bytes', most: 12 },
  sent: { isSeen: labelIs('sent'), most: 4 },
  'scan-back': { isSeen: underWay(/^scan LS(?:\d|C1)/), most: 6 },
  changing: { isSeen: underWay(/^(?:reopen|void|reprint)/), most: 2 },
  uploading: { isSeen: ({ kind }) => kind === 'sync', most: 8 },
} as const satisfies Record<
  string,
  { readonly isSeen: (observation: Observation) => boolean; readonly most: number }
>

export type Phase = keyof typeof phases
export const allPhases = Object.keys(phases) as [Phase, ...Phase[]]

export const chooseMoment = (dice: Dice, phase: Phase): KillMoment => {
  const { isSeen, most } = phases[phase]
  return { phase, isSeen, after: dice.int(1, most) }
}
