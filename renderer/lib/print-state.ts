import type { LabelView } from '#shared/contract/views.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import { type PrinterTrouble, printerTroubles } from '#shared/domain/printer-status.ts'

/** What needs a hand first, then what is least far. */
const order: readonly PrintState[] = [
  'failed',
  'uncertain',
  'withdrawn',
  'allocated',
  'rendered',
  'sending',
  'sent',
  'confirmed',
]

/** One label that the carton must bear: the original or, when it was printed again, its newest copy. */
export interface MarkFace {
  readonly side: 1 | 2
  readonly page: number
  readonly state: PrintState
  readonly label: LabelView
}

/** The labels of one revision, one per place on the carton; a place is confirmed by any of its copies. */
export const markFaces = (labels: readonly LabelView[], revision: number): readonly MarkFace[] => {
  const places = new Map<string, LabelView>()
  for (const label of labels) {
    if (label.revision !== revision) continue
    const place = `${label.side}/${label.page}`
    const known = places.get(place)
    if (known?.state === 'confirmed') continue
    if (known === undefined || label.state === 'confirmed' || label.copy >= known.copy) {
      places.set(place, label)
    }
  }
  return [...places.values()]
    .map((label) => ({ side: label.side, page: label.page, state: label.state, label }))
    .toSorted((one, other) => one.side - other.side || one.page - other.page)
}

/** The state of the label that is least far or in trouble; null without labels. */
export const worstState = (faces: readonly MarkFace[]): PrintState | null =>
  faces.reduce<PrintState | null>(
    (worst, { state }) =>
      worst === null || order.indexOf(state) < order.indexOf(worst) ? state : worst,
    null,
  )

export type MarkTrouble = 'failed' | 'uncertain' | 'withdrawn' | 'held' | 'blocked'

/** What keeps these labels from coming out until somebody does something; null when nothing does. */
export const markTrouble = (faces: readonly MarkFace[]): MarkTrouble | null => {
  const worst = worstState(faces)
  if (worst === 'failed' || worst === 'uncertain' || worst === 'withdrawn') return worst
  if (faces.some(isHeld)) return 'held'
  return faces.some((face) => blockedBy(face) !== null) ? 'blocked' : null
}

const waits = ({ state }: MarkFace): boolean => state === 'allocated' || state === 'rendered'

/** It waits for a printer that is on hold. */
export const isHeld = (face: MarkFace): boolean =>
  waits(face) && face.label.problem?.code === 'printer-held'

/** What its printer says of itself that keeps it from coming out; null when that is nothing, or it waits for nothing. */
export const blockedBy = (face: MarkFace): PrinterTrouble | null => {
  const code = face.label.problem?.code
  if (!waits(face)) return null
  return printerTroubles.find((trouble) => code === `printer-${trouble}`) ?? null
}

/** Why it waits, or how far it is. */
export const faceState = (face: MarkFace): PrintState | 'held' | 'blocked' => {
  if (isHeld(face)) return 'held'
  return blockedBy(face) === null ? face.state : 'blocked'
}
