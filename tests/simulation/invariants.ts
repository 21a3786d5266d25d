/** The invariants that these histories try to break, by the numbers they have in the plan of the product; 16 came later. */
export const invariants = {
  1: 'what all stations pack of a line is at most what was ordered',
  2: 'rights are conserved: pool + granted and unspent + spent = ordered, and station and server agree on them',
  3: 'no carton code is on two cartons, ever',
  4: 'a sealed carton reaches the server once a revision, with its contents and its weight',
  5: 'every label of a carton revision has one identity, and all say the same of the carton',
  6: 'nothing is sent to a printer again by itself',
  7: 'no carton is verified before every label of its own mark set was scanned back',
  8: 'what was acknowledged survives a crash',
  9: 'the same station, epoch and number get the same result for ever, and another payload is refused',
  10: 'what a station tells after it was declared lost is in quarantine',
  11: 'when the faults end every outbox empties, and all stations equal the server',
  12: 'a pull leaves what was packed here as it is',
  16: 'no carton holds what its order does not want together',
} as const

export type Invariant = keyof typeof invariants

/** Of the list in the plan: they need disks, hostile texts and an audit log, and have their own tests. */
export const invariantsNotCovered = [13, 14, 15] as const

/** Thrown by the checkers; the message names the invariant. */
export class Broken extends Error {
  override readonly name = 'Broken'
  readonly invariant: Invariant
  constructor(invariant: Invariant, what: string) {
    super(`invariant ${invariant} is broken (${invariants[invariant]}): ${what}`)
    this.invariant = invariant
  }
}

export const hold = (invariant: Invariant, holds: boolean, what: () => string): void => {
  if (!holds) throw new Broken(invariant, what())
}

/** Holds when both read alike as JSON. */
export const equal = (
  invariant: Invariant,
  found: unknown,
  wanted: unknown,
  what: string,
): void => {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)]
  hold(invariant, left === right, () => `${what}: ${left}, not ${right}`)
}
