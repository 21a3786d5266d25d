/** What a scan of goods can mean. */
export const scanVerdicts = [
  'accepted',
  'not-in-order',
  'unknown-code',
  'line-complete',
  'no-rights',
  'needs-unit-label',
  'mixing-forbidden',
  'over-limit',
  'carton-full',
  'not-in-plan',
] as const
export type ScanVerdict = (typeof scanVerdicts)[number]

/** What a scan of a box mark, or of a roll of pre-printed marks, can mean. */
export const markVerdicts = [
  'mark-confirmed',
  'carton-verified',
  'mark-other-carton',
  'mark-voided',
  'mark-stale',
  'mark-digest-differs',
  'mark-unreadable',
  'mark-needs-qr',
  'mark-not-due',
  'mark-already-verified',
  'roll-confirmed',
  'roll-not-needed',
  'roll-not-due',
  'mark-planned',
] as const
export type MarkVerdict = (typeof markVerdicts)[number]

/** Answers to everything else the packer does. `refused` carries the reason's code in its facts. */
export const scanNotices = [
  'locked',
  'finish-carton-first',
  'case-expected',
  'mark-expected',
  'plan-short',
  'mode-scan',
  'mode-planned',
  'mode-whole-case',
  'command-unknown',
  'no-order',
  'carton-known',
  'pallet-begun',
  'pallet-taken',
  'pallet-labelled',
  'pallet-empty',
  'pallet-none',
  'pallet-elsewhere',
  'counted',
  'undone',
  'put-back',
  'exception-expected',
  'exception-noted',
  'photo-open',
  'photo-kept',
  'repeated',
  'measured',
  'carton-parked',
  'carton-queued',
  'carton-resumed',
  'signed-in',
  'signed-out',
  'supervisor-asked',
  'shift-accepted',
  'shift-already',
  'shift-missing',
  'shift-done',
  'refused',
] as const
export type ScanNotice = (typeof scanNotices)[number]

export type ScanOutcome = ScanVerdict | MarkVerdict | ScanNotice

/** Goods in the hand that must not go into the carton: scanning locks until the packer acknowledges. */
export const locking: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>([
  'not-in-order',
  'unknown-code',
  'needs-unit-label',
  'mixing-forbidden',
  'not-in-plan',
  'mark-other-carton',
  'mark-voided',
  'mark-stale',
  'mark-digest-differs',
  'roll-not-needed',
])
