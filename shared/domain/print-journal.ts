export const printStates = [
  'allocated',
  'rendered',
  'sending',
  'sent',
  'confirmed',
  'uncertain',
  'failed',
] as const
/** The life of one print job; `uncertain` means bytes left and nobody knows whether a label came out. */
export type PrintState = (typeof printStates)[number]

const successors: Readonly<Record<PrintState, readonly PrintState[]>> = {
  allocated: ['rendered', 'failed'],
  rendered: ['sending', 'failed'],
  sending: ['sent', 'uncertain', 'failed'],
  sent: ['confirmed', 'uncertain'],
  confirmed: [],
  uncertain: ['confirmed'],
  failed: ['allocated', 'confirmed'],
}

/** Whether a job may go from one state to the other. Nothing leads back from `sending` or `uncertain` to a send. */
export const mayBecome = (from: PrintState, to: PrintState): boolean =>
  successors[from].includes(to)

/** What a job that was found in `state` after a restart has become: no send is ever repeated silently. */
export const afterRestart = (state: PrintState): PrintState =>
  state === 'sending' ? 'uncertain' : state
