import type { ParkPurpose } from '#shared/domain/carton.ts'
import type { PackMode } from '#shared/domain/pack-session.ts'
import type { BenchState } from '#shared/contract/views.ts'
import type { TextKey } from '#renderer/lib/i18n/index.ts'
import { markFaces, markTrouble, worstState } from '#renderer/lib/print-state.ts'
import { overStatus } from './order-over.ts'
import type { PackDialog } from './store.ts'

/** What a key or its button does: an act of the bench, or a question opened on the screen. */
export type KeyDeed =
  | {
      readonly act:
        | 'bench.undo'
        | 'bench.sameAgain'
        | 'bench.done'
        | 'bench.acknowledge'
        | 'bench.reprint'
        | 'bench.backToPacking'
    }
  | { readonly park: ParkPurpose }
  | { readonly mode: PackMode }
  | { readonly open: Exclude<PackDialog, null> }

export interface PackKey {
  readonly key: string
  readonly text: TextKey
  readonly tone: 'plain' | 'primary' | 'confirm'
  readonly deed: KeyDeed
}

const undo: PackKey = { key: 'F4', text: 'keys.undo', tone: 'plain', deed: { act: 'bench.undo' } }
const back: PackKey = {
  key: 'F4',
  text: 'keys.back',
  tone: 'plain',
  deed: { act: 'bench.backToPacking' },
}
const times: PackKey = { key: 'F3', text: 'keys.times', tone: 'plain', deed: { open: 'times' } }
const box: PackKey = { key: 'F2', text: 'keys.box', tone: 'plain', deed: { open: 'box' } }
const cases: PackKey = {
  key: 'F4',
  text: 'keys.cases',
  tone: 'plain',
  deed: { mode: 'whole-case' },
}
const units: PackKey = { key: 'F4', text: 'keys.units', tone: 'plain', deed: { mode: 'scan' } }
const same: PackKey = {
  key: 'F5',
  text: 'keys.same',
  tone: 'plain',
  deed: { act: 'bench.sameAgain' },
}
const park: PackKey = { key: 'F7', text: 'keys.park', tone: 'plain', deed: { park: 'aside' } }
const queue: PackKey = {
  key: 'F7',
  text: 'keys.queue',
  tone: 'plain',
  deed: { park: 'weighing' },
}
const weight: PackKey = { key: 'F3', text: 'keys.weight', tone: 'plain', deed: { open: 'weight' } }
const accept: PackKey = {
  key: 'F8',
  text: 'keys.accept',
  tone: 'primary',
  deed: { open: 'accept' },
}
const done: PackKey = { key: 'F8', text: 'keys.done', tone: 'primary', deed: { act: 'bench.done' } }
const reprint: PackKey = {
  key: 'F6',
  text: 'keys.reprint',
  tone: 'plain',
  deed: { act: 'bench.reprint' },
}
const copy: PackKey = { key: 'F6', text: 'keys.reprint', tone: 'plain', deed: { open: 'copy' } }
const unitLabels: PackKey = {
  key: 'F6',
  text: 'keys.unitLabels',
  tone: 'primary',
  deed: { open: 'unit-labels' },
}
const acknowledge: PackKey = {
  key: 'F9',
  text: 'keys.acknowledge',
  tone: 'confirm',
  deed: { act: 'bench.acknowledge' },
}

/** Labels in trouble are printed again at once; a label that came out needs a word why. */
const marksKeys = (carton: BenchState['carton']): readonly PackKey[] => {
  if (carton === null) return []
  const faces = markFaces(carton.labels, carton.revision)
  if (markTrouble(faces) !== null) return [reprint]
  const worst = worstState(faces)
  return worst === 'sent' || worst === 'confirmed' ? [copy] : []
}

/** The keys that mean something now; there are no others on the screen. */
export const packKeys = (state: BenchState): readonly PackKey[] => {
  if (state.locked) {
    return state.feedback?.outcome === 'needs-unit-label'
      ? [unitLabels, acknowledge]
      : [acknowledge]
  }
  switch (state.step) {
    case 'packing':
      if (overStatus(state) !== null) return state.carton === null ? [] : [undo, done]
      if (state.carton !== null) return [undo, times, box, park, done]
      if (state.packed >= state.ordered) return []
      if (state.mode === 'whole-case') return [units, box]
      return state.lastVerified === null ? [cases, times, box] : [cases, times, box, same]
    case 'weighing':
      return state.weighProblem?.kind === 'deviates'
        ? [back, box, queue, weight, accept]
        : [back, box, queue, weight]
    case 'marking':
    case 'scan-back':
      return marksKeys(state.carton)
  }
}
