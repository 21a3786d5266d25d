import type { TextKey } from '#renderer/lib/i18n/index.ts'
import type { RecountCentre } from './presentation.ts'

export type RecountQuestion = 'give-up' | 'empty' | 'reopen' | 'leave'

/** What a key or its button does: at once, or after a question. */
export type RecountDeed =
  | { readonly act: 'recount.undo' | 'recount.finish' | 'recount.leave' }
  | { readonly ask: RecountQuestion }

export interface RecountKey {
  /** The function key that does the same; null for what is not to happen by a slip. */
  readonly key: string | null
  readonly text: TextKey
  readonly tone: 'plain' | 'primary'
  readonly deed: RecountDeed
}

const leaveKey = (units: number): RecountKey => ({
  key: null,
  text: 'recount.giveUp',
  tone: 'plain',
  deed: units === 0 ? { act: 'recount.leave' } : { ask: 'give-up' },
})

/** The keys that mean something now. */
export const recountKeys = (centre: RecountCentre, units: number): readonly RecountKey[] => {
  switch (centre.kind) {
    case 'awaiting-mark':
      return [{ key: null, text: 'recount.cancel', tone: 'plain', deed: { act: 'recount.leave' } }]
    case 'result':
      return centre.matches
        ? [{ key: 'F8', text: 'recount.done', tone: 'primary', deed: { act: 'recount.leave' } }]
        : [
            { key: null, text: 'recount.leaveAsIs', tone: 'plain', deed: { ask: 'leave' } },
            { key: 'F8', text: 'recount.reopen', tone: 'primary', deed: { ask: 'reopen' } },
          ]
    case 'begin':
    case 'go-on':
    case 'counted':
      return [
        leaveKey(units),
        { key: 'F4', text: 'recount.undo', tone: 'plain', deed: { act: 'recount.undo' } },
        {
          key: 'F8',
          text: 'recount.finish',
          tone: 'primary',
          deed: units === 0 ? { ask: 'empty' } : { act: 'recount.finish' },
        },
      ]
  }
}
