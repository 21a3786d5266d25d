import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { SoundName } from './sound/index.ts'

export type Tone = 'idle' | 'ok' | 'warn' | 'bad'
export type VerdictSymbol =
  | 'check'
  | 'cross'
  | 'warning'
  | 'lock'
  | 'scan'
  | 'undo'
  | 'box'
  | 'person'

export interface OutcomeLook {
  readonly tone: Tone
  readonly symbol: VerdictSymbol
  readonly sound: SoundName | null
}

const accepted: OutcomeLook = { tone: 'ok', symbol: 'check', sound: 'accepted' }
const refused: OutcomeLook = { tone: 'bad', symbol: 'cross', sound: 'refused' }
const wrongCarton: OutcomeLook = { tone: 'bad', symbol: 'cross', sound: 'wrong-carton' }
const enough: OutcomeLook = { tone: 'warn', symbol: 'warning', sound: 'line-complete' }
const hint: OutcomeLook = { tone: 'warn', symbol: 'warning', sound: 'refused' }

const aside: OutcomeLook = { tone: 'ok', symbol: 'box', sound: 'accepted' }

/** Colour, symbol and sound of each outcome: colour never speaks alone. */
export const outcomeLook: Readonly<Record<ScanOutcome, OutcomeLook>> = {
  accepted,
  'not-in-order': refused,
  'unknown-code': refused,
  'line-complete': enough,
  'no-rights': enough,
  'needs-unit-label': refused,
  'mixing-forbidden': refused,
  'over-limit': enough,
  'carton-full': enough,
  'not-in-plan': refused,
  'mark-confirmed': accepted,
  'carton-verified': { tone: 'ok', symbol: 'check', sound: 'carton-complete' },
  'mark-other-carton': wrongCarton,
  'mark-voided': wrongCarton,
  'mark-stale': wrongCarton,
  'mark-digest-differs': wrongCarton,
  'mark-unreadable': hint,
  'mark-needs-qr': hint,
  'mark-not-due': hint,
  'mark-already-verified': hint,
  'roll-confirmed': accepted,
  'roll-not-needed': wrongCarton,
  'roll-not-due': hint,
  'mark-planned': aside,
  locked: { tone: 'bad', symbol: 'lock', sound: 'refused' },
  'finish-carton-first': hint,
  'case-expected': hint,
  'mark-expected': hint,
  'plan-short': hint,
  'mode-planned': aside,
  'mode-scan': aside,
  'mode-whole-case': aside,
  'command-unknown': hint,
  'no-order': hint,
  'carton-known': { tone: 'warn', symbol: 'box', sound: 'accepted' },
  'pallet-begun': aside,
  'pallet-taken': aside,
  'pallet-labelled': aside,
  'pallet-empty': hint,
  'pallet-none': { tone: 'idle', symbol: 'undo', sound: null },
  'pallet-elsewhere': hint,
  counted: accepted,
  undone: { tone: 'idle', symbol: 'undo', sound: null },
  'put-back': { tone: 'idle', symbol: 'undo', sound: 'accepted' },
  'exception-expected': { tone: 'warn', symbol: 'scan', sound: 'accepted' },
  'exception-noted': { tone: 'warn', symbol: 'check', sound: 'accepted' },
  'photo-open': { tone: 'warn', symbol: 'scan', sound: 'accepted' },
  'photo-kept': accepted,
  repeated: accepted,
  measured: accepted,
  'carton-parked': aside,
  'carton-queued': aside,
  'carton-resumed': aside,
  'signed-in': { tone: 'ok', symbol: 'person', sound: 'accepted' },
  'signed-out': { tone: 'idle', symbol: 'person', sound: null },
  'supervisor-asked': { tone: 'warn', symbol: 'person', sound: 'line-complete' },
  'shift-accepted': accepted,
  'shift-already': hint,
  'shift-missing': { tone: 'warn', symbol: 'warning', sound: 'line-complete' },
  'shift-done': { tone: 'ok', symbol: 'check', sound: 'carton-complete' },
  refused: hint,
}
