import { describe, expect, it } from 'vitest'
import type { ShiftItem, ShiftView } from '#shared/contract/shift-views.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import { shiftKeys } from './keys.ts'
import { itemWords, presentShift, sortedItems } from './presentation.ts'
import { shiftSound } from './use-shift-sounds.ts'

type Active = NonNullable<ShiftView['active']>

const item = (given: Partial<ShiftItem> = {}): ShiftItem => ({
  code: 'LS0003041187N',
  orderNo: 'BH-1',
  cartonNo: 7,
  kind: 'unverified',
  uncertain: 0,
  failed: 0,
  since: '2026-11-27T08:00:00+08:00',
  state: 'open',
  reason: null,
  ...given,
})

const view = (
  active: Partial<Active>,
  feedback: Partial<FeedbackView> | null = null,
): ShiftView & { readonly active: Active } => ({
  rev: 1,
  active: {
    from: '王敏',
    startedAt: '2026-11-27T08:00:00+08:00',
    items: [item()],
    left: 1,
    endsBy: 'badge',
    successors: [{ id: 'p2', name: '李强' }],
    ...active,
  },
  feedback:
    feedback === null
      ? null
      : {
          seq: 1,
          outcome: 'shift-accepted',
          units: 0,
          sku: null,
          nameZh: null,
          nameEn: null,
          text: '',
          facts: { cartonNo: 7 },
          ...feedback,
        },
})

describe('a handover on the screen', () => {
  it('says the next step, and offers names only when everything is accounted for', () => {
    expect(presentShift(view({}))).toMatchObject({
      answer: null,
      next: { key: 'shift.next' },
      successors: [],
    })
    expect(presentShift(view({ left: 0 }, {}))).toMatchObject({
      answer: { tone: 'ok', title: { key: 'shift.accepted', values: { no: '7' } }, action: null },
      next: { key: 'shift.nextBadge' },
      successors: [{ name: '李强' }],
    })
    expect(presentShift(view({ left: 0, endsBy: 'done' }))).toMatchObject({
      next: { key: 'shift.nextDone' },
      successors: [],
    })
  })

  it('names a carton that is not on the list, and says why a scan was refused', () => {
    const facts = { orderNo: 'BH-2', cartonNo: 3, state: 'verified' }
    expect(presentShift(view({}, { outcome: 'carton-known', facts }))?.answer).toMatchObject({
      title: { values: { order: 'BH-2', no: '3', state: { key: 'cartonState.verified' } } },
      action: { key: 'shift.foreignDo' },
    })
    const ahead = { outcome: 'carton-known', facts: { ...facts, state: 'planned' } } as const
    expect(presentShift(view({}, ahead))?.answer).toMatchObject({
      title: { values: { state: { key: 'shift.planned' } } },
    })
    const refused = { outcome: 'refused', facts: { error: 'shift-unfinished' } } as const
    expect(presentShift(view({}, refused))?.answer).toMatchObject({
      tone: 'warn',
      action: { key: 'error.shift-unfinished' },
    })
  })

  it('puts what is left first, and says what is the matter with it', () => {
    const accepted = item({ code: 'A', state: 'accepted' })
    const missing = item({ code: 'B', state: 'missing' })
    expect(sortedItems([accepted, missing, item()]).map(({ state }) => state)).toEqual([
      'open',
      'missing',
      'accepted',
    ])
    expect(itemWords(item({ uncertain: 1, failed: 2 })).map(({ key }) => key)).toEqual([
      'shift.kind.unverified',
      'shift.uncertain',
      'shift.failed',
    ])
    expect(itemWords(item({ kind: 'parked', failed: 1 })).map(({ key }) => key)).toEqual([
      'shift.kind.parked',
      'parked.label.failed',
    ])
  })

  it('sounds with every answer, and differently when the last one was found', () => {
    expect(shiftSound(view({}), view({}, { outcome: 'refused' }))).toBe('refused')
    expect(shiftSound(view({}), view({ left: 0 }, {}))).toBe('carton-complete')
    expect(shiftSound(view({}, {}), view({}, {}))).toBeNull()
  })
})

describe('the keys of a handover', () => {
  it('ask before what was accepted is lost, and end it only where nobody signs in', () => {
    expect(shiftKeys(view({}).active).map(({ deed }) => deed)).toEqual(['leave'])
    expect(shiftKeys(view({ left: 0 }).active).map(({ deed }) => deed)).toEqual([
      'ask-leave',
      'undo',
    ])
    expect(shiftKeys(view({ left: 0, endsBy: 'done' }).active).map(({ key }) => key)).toEqual([
      'Escape',
      'F4',
      'F8',
    ])
  })
})
