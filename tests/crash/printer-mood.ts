import type { PrinterBehaviour } from '#tests/support/tcp-printer.ts'
import type { Dice } from './dice.ts'
import type { Phase } from './kill-moment.ts'

/** How the printer behaves in a round that ends in this phase. */
export const printerMood = (dice: Dice, phase: Phase): PrinterBehaviour => {
  // So slow that the power can go in the middle of a label.
  if (phase === 'sending' || phase === 'half-printed') return { kind: 'slow', bytes: 256 }
  if (dice.chance(50)) return { kind: 'accept' }
  if (dice.chance(50)) return { kind: 'slow', bytes: 1024 }
  return dice.chance(50) ? { kind: 'status' } : { kind: 'reset-after', bytes: dice.int(1, 20_000) }
}
