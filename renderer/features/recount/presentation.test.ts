import { describe, expect, it } from 'vitest'
import type { RecountView } from '#shared/contract/recount-views.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import { recountKeys } from './keys.ts'
import { presentRecount } from './presentation.ts'

type Active = NonNullable<RecountView['active']>

const mug = { sku: 'MUG', nameZh: '马克杯', nameEn: 'Mug' }
const cup = { sku: 'CUP', nameZh: '茶杯', nameEn: 'Cup' }

const recount = (
  active: Partial<Active> | null,
  feedback: Partial<FeedbackView> | null,
): RecountView => ({
  rev: 1,
  awaitingMark: active === null,
  active:
    active === null
      ? null
      : {
          orderNo: 'BH-1',
          cartonCode: 'LS0003041187N',
          cartonNo: 7,
          revision: 1,
          phase: 'counting',
          counted: [],
          units: 0,
          differences: null,
          matches: null,
          ...active,
        },
  feedback:
    feedback === null
      ? null
      : {
          seq: 1,
          outcome: 'counted',
          units: 1,
          sku: null,
          nameZh: null,
          nameEn: null,
          text: '',
          facts: {},
          ...feedback,
        },
})

describe('a recount on the screen', () => {
  it('waits for a mark, and says why another code was none', () => {
    expect(presentRecount(recount(null, null))).toEqual({ kind: 'awaiting-mark', answer: null })
    const refused = { outcome: 'refused', facts: { error: 'recount-needs-mark' } } as const
    expect(presentRecount(recount(null, refused))).toMatchObject({
      answer: { tone: 'warn', action: { key: 'error.recount-needs-mark' } },
    })
  })

  it('shows how many of what was scanned were counted, and nothing else', () => {
    const counted = [
      { ...mug, units: 8 },
      { ...cup, units: 3 },
    ]
    const centre = presentRecount(recount({ counted, units: 11 }, { sku: 'CUP' }))
    expect(centre).toMatchObject({
      kind: 'counted',
      goods: { sku: 'CUP', units: 3 },
      answer: { tone: 'ok', title: { values: { units: 1 } } },
    })
    expect(JSON.stringify(centre)).not.toContain('expected')
  })

  it('counts down to none when the only scan was taken back', () => {
    const undone = { outcome: 'undone', sku: 'CUP', nameZh: '茶杯', nameEn: 'Cup' } as const
    expect(presentRecount(recount({}, undone))).toMatchObject({
      goods: { nameZh: '茶杯', units: 0 },
    })
  })

  it('tells an unknown code without asking for an acknowledgement', () => {
    const unknown = presentRecount(recount({}, { outcome: 'unknown-code' }))
    expect(unknown).toMatchObject({
      goods: null,
      answer: { action: { key: 'recount.unknownDo' } },
    })
  })

  it('goes on after a restart with what was counted before', () => {
    expect(presentRecount(recount({}, null))).toEqual({ kind: 'begin' })
    expect(presentRecount(recount({ units: 4 }, null))).toEqual({ kind: 'go-on', units: 4 })
  })

  it('puts what differs first, and sums what is missing and what is too much', () => {
    const differences = [
      { ...mug, expected: 5, counted: 5 },
      { ...cup, expected: 3, counted: 1 },
      { sku: 'PEN', nameZh: '笔', nameEn: 'Pen', expected: 0, counted: 1 },
    ]
    const centre = presentRecount(
      recount({ phase: 'finished', differences, matches: false, units: 7 }, null),
    )
    expect(centre).toMatchObject({ kind: 'result', matches: false, short: 2, over: 1, units: 7 })
    expect(centre?.kind === 'result' ? centre.lines.map(({ sku }) => sku) : []).toEqual([
      'CUP',
      'PEN',
      'MUG',
    ])
  })
})

describe('the keys of a recount', () => {
  it('ask before a count is lost, and before an empty carton is believed', () => {
    const [leave, , finish] = recountKeys({ kind: 'begin' }, 0)
    expect(leave?.deed).toEqual({ act: 'recount.leave' })
    expect(finish?.deed).toEqual({ ask: 'empty' })
    const [giveUp, , finishCount] = recountKeys({ kind: 'go-on', units: 3 }, 3)
    expect(giveUp?.deed).toEqual({ ask: 'give-up' })
    expect(finishCount?.deed).toEqual({ act: 'recount.finish' })
  })

  it('let a count that agrees end at once, and ask about one that differs', () => {
    const result = { kind: 'result', answer: null, units: 1, short: 0, over: 0, lines: [] } as const
    const deeds = (matches: boolean) =>
      recountKeys({ ...result, matches }, 1).map(({ deed }) => deed)
    expect(deeds(true)).toEqual([{ act: 'recount.leave' }])
    expect(deeds(false)).toEqual([{ ask: 'leave' }, { ask: 'reopen' }])
  })
})
