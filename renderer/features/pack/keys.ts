import type { ParkPurpose } from '#shared/domain/carton.ts'
import type { PackMode } from '#shared/domain/pack-session.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
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
        | 'bench.agree'
        | 'bench.photo'
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

const packKey = (
  key: string,
  text: TextKey,
  deed: KeyDeed,
  tone: PackKey['tone'] = 'plain',
): PackKey => ({ key, text, tone, deed })

const undo = packKey('F4', 'keys.undo', { act: 'bench.undo' })
const back = packKey('F4', 'keys.back', { act: 'bench.backToPacking' })
const times = packKey('F3', 'keys.times', { open: 'times' })
const box = packKey('F2', 'keys.box', { open: 'box' })
const cases = packKey('F4', 'keys.cases', { mode: 'whole-case' })
const units = packKey('F4', 'keys.units', { mode: 'scan' })
const same = packKey('F5', 'keys.same', { act: 'bench.sameAgain' })
const park = packKey('F7', 'keys.park', { park: 'aside' })
const queue = packKey('F7', 'keys.queue', { park: 'weighing' })
const weight = packKey('F3', 'keys.weight', { open: 'weight' })
const measure = packKey('F5', 'keys.measure', { open: 'measure' })
const accept = packKey('F8', 'keys.accept', { open: 'accept' }, 'primary')
const done = packKey('F8', 'keys.done', { act: 'bench.done' }, 'primary')
const reprint = packKey('F6', 'keys.reprint', { act: 'bench.reprint' })
const copy = packKey('F6', 'keys.reprint', { open: 'copy' })
const agree = packKey('F6', 'keys.agree', { act: 'bench.agree' })
const exception = packKey('F10', 'keys.exception', { open: 'exception' })
const photo = packKey('F6', 'keys.photo', { act: 'bench.photo' })
const unitLabels = packKey('F6', 'keys.unitLabels', { open: 'unit-labels' }, 'primary')
const acknowledge = packKey('F9', 'keys.acknowledge', { act: 'bench.acknowledge' }, 'confirm')

/** Labels in trouble are printed again at once; a label that came out needs a word why. */
const marksKeys = (carton: BenchState['carton']): readonly PackKey[] => {
  if (carton === null) return []
  const faces = markFaces(carton.labels, carton.markRevision)
  if (markTrouble(faces) !== null) return [reprint]
  const worst = worstState(faces)
  return worst === 'sent' || worst === 'confirmed' ? [copy] : []
}

/** The unit in the hand needs a label that can be printed here. */
export const isLabelPrintable = (feedback: BenchState['feedback']): boolean =>
  feedback?.outcome === 'needs-unit-label' && feedback.facts['printable'] === 1

const stepKeys = (state: BenchState): readonly PackKey[] => {
  switch (state.step) {
    case 'packing':
      if (overStatus(state) !== null) return state.carton === null ? [] : [undo, done]
      if (state.feedback?.outcome === 'plan-short')
        return [undo, times, exception, agree, park, done]
      if (state.carton !== null) return [undo, times, box, exception, park, done]
      if (state.packed >= state.ordered) return []
      if (state.mode !== 'scan') return [units, box, exception]
      return state.lastVerified === null
        ? [cases, times, box, exception]
        : [cases, times, box, same, exception]
    case 'weighing':
      return state.weighProblem?.kind === 'deviates'
        ? [back, box, measure, queue, weight, accept]
        : [back, box, measure, queue, weight]
    case 'marking':
    case 'scan-back':
      return marksKeys(state.carton)
  }
}

/** Answers about an exception that a photo may be taken of. */
const photographed: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>([
  'exception-noted',
  'put-back',
  'photo-open',
  'photo-kept',
])

/** The keys that mean something now; there are no others on the screen. */
export const packKeys = (state: BenchState): readonly PackKey[] => {
  const { feedback, locked } = state
  if (locked) {
    if (feedback?.outcome === 'not-in-plan') return [agree, acknowledge]
    return isLabelPrintable(feedback) ? [unitLabels, acknowledge] : [acknowledge]
  }
  const keys = stepKeys(state)
  // A weight that has to be taken or not comes first; the command code takes a photo even then.
  const isFree = keys.every((key) => key.key !== photo.key && key !== accept)
  return isFree && feedback !== null && photographed.has(feedback.outcome) ? [photo, ...keys] : keys
}
