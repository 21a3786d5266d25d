/** What happens to one request and its answer on their way. */
export type Fault =
  /** They arrive so much later, in milliseconds. */
  | { readonly kind: 'late'; readonly ms: number }
  /** They arrive in pieces of so many bytes. */
  | { readonly kind: 'sliced'; readonly bytes: number }
  /** The line is reset before anything has reached the server. */
  | { readonly kind: 'reset' }
  /** The line is reset when a part of the request has reached the server. */
  | { readonly kind: 'reset-midway' }
  /** The request goes nowhere; the line stays open and silent. */
  | { readonly kind: 'blackhole' }
  /** The server has lost the line while it was being asked; the other side stays open and silent. */
  | { readonly kind: 'half-open' }
  /** The server has done what it was asked for, and the line is cut before anything of its answer has come back. */
  | { readonly kind: 'answer-cut' }
  /** The same, when a part of the answer has come back. */
  | { readonly kind: 'answer-torn' }
  /** The same, and the line stays open and silent. */
  | { readonly kind: 'answer-lost' }

/** `refused`: a connection that was not taken. */
export type FaultKind = Fault['kind'] | 'refused'

export const faultKinds = [
  'refused',
  'late',
  'sliced',
  'reset',
  'reset-midway',
  'blackhole',
  'half-open',
  'answer-cut',
  'answer-torn',
  'answer-lost',
] as const satisfies readonly FaultKind[]

/** What has happened on a line so far. */
export interface LineTally {
  readonly requests: number
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  /** Batches of commands that the server had committed when their answer was lost on the way. */
  readonly lostAfterCommit: number
}

export const createTally = () => {
  const faults: Partial<Record<FaultKind, number>> = {}
  let requests = 0
  let lostAfterCommit = 0
  return {
    asked: (): void => {
      requests += 1
    },
    struck: (kind: FaultKind): void => {
      faults[kind] = (faults[kind] ?? 0) + 1
    },
    /** @param answer how it begins; the server answers 200 after its commit only */
    answerLost: (request: string, answer: string): void => {
      if (request.startsWith('POST /v1/commands ') && answer.startsWith('HTTP/1.1 200 ')) {
        lostAfterCommit += 1
      }
    },
    seen: (): LineTally => ({ requests, faults: { ...faults }, lostAfterCommit }),
  }
}
