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

/** A way to a printer. One send at a time; it never rejects. */
export interface Transport {
  send(bytes: Uint8Array, limits: SendLimits): Promise<SendOutcome>
}
