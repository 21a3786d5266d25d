export const printStates = [
  'allocated',
  'rendered',
  'sending',
  'sent',
  'confirmed',
  'uncertain',
  'failed',
  'withdrawn',
] as const
/**
 * The life of one print job. `uncertain`: bytes left and nobody knows whether a label came out; `withdrawn`: taken back
 * before any byte had left.
 */
export type PrintState = (typeof printStates)[number]

const successors: Readonly<Record<PrintState, readonly PrintState[]>> = {
  allocated: ['rendered', 'failed', 'withdrawn'],
  rendered: ['sending', 'failed', 'withdrawn'],
  sending: ['sent', 'uncertain', 'failed'],
  sent: ['confirmed', 'uncertain'],
  confirmed: [],
  uncertain: ['confirmed'],
  failed: ['allocated', 'confirmed', 'withdrawn'],
  withdrawn: [],
}

/** Whether a job may go from one state to the other. Nothing leads back from `sending` or `uncertain` to a send. */
export const mayBecome = (from: PrintState, to: PrintState): boolean =>
  successors[from].includes(to)

/** What a job that was found in `state` after a restart has become: no send is ever repeated silently. */
export const afterRestart = (state: PrintState): PrintState =>
  state === 'sending' ? 'uncertain' : state

/** Who stopped a printer: the packer, or trouble with it. */
export const holdCauses = ['packer', 'trouble'] as const
export type HoldCause = (typeof holdCauses)[number]

/** So many sends in a row that went wrong stop a printer: it would only spoil what waits. */
export const troublesToHold = 2

/**
 * Whether trouble stops the printer now. The marks of a batch come out without anybody looking: there the first trouble
 * stops it, so that the packer finds the place again.
 */
export const isHeldAfter = (troubles: number, isPlanned: boolean): boolean =>
  troubles >= troublesToHold || (isPlanned && troubles > 0)

/** Planned marks are printed before their carton is packed: revision 0. */
export const isPlannedMark = ({ revision }: { readonly revision: number }): boolean =>
  revision === 0

/** Why a label must not be on its carton any more; null while it is current. */
export type LabelAge = 'older-revision' | 'carton-voided' | 'carton-gone' | null

/** @param carton as it is now, with the revision that its marks bear; null where there is none */
export const labelAge = (
  revision: number,
  carton: { readonly revision: number; readonly state: string } | null,
): LabelAge => {
  if (carton === null) return isPlannedMark({ revision }) ? null : 'carton-gone'
  if (carton.state === 'voided') return 'carton-voided'
  return carton.revision > revision ? 'older-revision' : null
}

/** The most carton numbers that one batch of planned marks spans: no more codes than a station keeps in hand. */
export const mostPlannedAtOnce = 200
