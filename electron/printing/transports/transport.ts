import type { AppError } from '#shared/errors.ts'

/** What is known of the bytes after a send. `sent` says that they were taken, not that a label came out. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  /** No byte left: sending again is safe. */
  | { readonly kind: 'nothing-left'; readonly problem: AppError }
  /** Bytes left and nobody knows what became of them. */
  | { readonly kind: 'uncertain'; readonly problem: AppError }

export interface SendLimits {
  readonly signal: AbortSignal
  /** How long no byte may move, in milliseconds, before the send is given up. */
  readonly stallMs: number
}

/** What a printer is asked, and when its answer is whole. Replies are latin1 text, a character a byte. */
export interface Question {
  readonly query: string
  readonly isWhole: (reply: string) => boolean
}

export interface AskLimits {
  readonly signal: AbortSignal
  /** How long an answer may take, in milliseconds. */
  readonly patienceMs: number
}

/** A way to a printer. */
export interface Transport {
  /** One at a time; it never rejects. */
  send(bytes: Uint8Array, limits: SendLimits): Promise<SendOutcome>
  /**
   * Asks the printer something, where the way leads back too. What has come when patience ends is the answer: nothing,
   * when it is silent. Rejects with AppError printer-unreachable.
   */
  ask?(question: Question, limits: AskLimits): Promise<string>
}
