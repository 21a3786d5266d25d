import type { ShiftView } from '#shared/contract/shift-views.ts'
import type { TextKey } from '#renderer/lib/i18n/index.ts'

export type ShiftDeed = 'undo' | 'finish' | 'leave' | 'ask-leave'

export interface ShiftKey {
  /** The key that does the same. */
  readonly key: 'Escape' | 'F4' | 'F8'
  readonly text: TextKey
  readonly tone: 'plain' | 'primary'
  readonly deed: ShiftDeed
}

/** The keys that mean something now. */
export const shiftKeys = ({
  items,
  left,
  endsBy,
}: NonNullable<ShiftView['active']>): readonly ShiftKey[] => {
  const isBegun = left < items.length
  const leave: ShiftKey = {
    key: 'Escape',
    text: 'shift.leave',
    tone: 'plain',
    deed: isBegun ? 'ask-leave' : 'leave',
  }
  const undo: ShiftKey = { key: 'F4', text: 'shift.undo', tone: 'plain', deed: 'undo' }
  const finish: ShiftKey = { key: 'F8', text: 'shift.finish', tone: 'primary', deed: 'finish' }
  return [leave, ...(isBegun ? [undo] : []), ...(left === 0 && endsBy === 'done' ? [finish] : [])]
}
