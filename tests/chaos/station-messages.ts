import type { RequestName } from '#shared/contract/channels.ts'
import type { Answer } from '#shared/contract/ipc.ts'

/** What the packer's side says to a station without a window. */
export type ToStation =
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly name: RequestName
      readonly input: unknown
    }
  | { readonly kind: 'close' }

/** What such a station says. Events come after the commit of what they tell. */
export type FromStation =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  /** Something failed that must not fail, whatever the line does. */
  | { readonly kind: 'fault'; readonly what: string }
