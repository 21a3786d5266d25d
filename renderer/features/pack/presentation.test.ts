import { describe, expect, it } from 'vitest'
import type { BenchState } from '#shared/contract/views.ts'
import { locking, markVerdicts, scanNotices, scanVerdicts } from '#shared/domain/scan-verdict.ts'
import {
  benchCarton,
  benchLine,
  benchSnapshot,
  feedback,
  labelView,
} from '#tests/support/bench-views.ts'
import { fromSnapshot } from './mirror.ts'
import { presentNext } from './next-step.ts'
import { presentCentre, shownVerdict } from './presentation.ts'

const outcomes = [...scanVerdicts, ...markVerdicts, ...scanNotices]

const mirrorOf = (change: Partial<BenchState>) => fromSnapshot(benchSnapshot(change))
const centreOf = (change: Partial<BenchState>) => presentCentre(mirrorOf(change), 'zh-CN')
const nextOf = (change: Partial<BenchState>) => {
  const mirror = mirrorOf(change)
  return presentNext(presentCentre(mirror, 'zh-CN'), mirror)
}
const verdictOf = (change: Partial<BenchState>) => {
  const centre = centreOf(change)
  if (centre.kind !== 'verdict') throw new Error(`shows ${centre.kind}`)
  return centre
}

describe('while packing', () => {
  it('asks for the first scan when nothing is on the bench', () => {
    expect(centreOf({ carton: null }).kind).toBe('begin')
    expect(nextOf({ carton: null }).title.key).toBe('next.begin')
  })

  it('shows an accepted scan in green, with the count in this carton', () => {
    const verdict = verdictOf({ feedback: feedback({ units: 3 }) })
    expect(verdict).toMatchObject({
      tone: 'ok',
      symbol: 'check',
      title: { key: 'outcome.accepted.title', values: { units: 3 } },
      hero: { kind: 'count', count: 7 },
    })
    expect(verdict.facts[0]).toEqual({
      key: 'verdict.orderCount',
      values: { packed: 7, ordered: 12, remaining: 5 },
    })
    expect(verdict.facts[1]?.key).toBe('verdict.battery')
  })

  it('counts what stands on a pallet that was just begun or taken, large', () => {
    const facts = { palletNo: 2, cartons: 24 }
    const taken = verdictOf({
      feedback: feedback({ outcome: 'pallet-taken', sku: null, units: 0, facts }),
    })
    expect(taken).toMatchObject({
      tone: 'ok',
      title: { key: 'outcome.pallet-taken.title', values: { no: '2' } },
      caption: { key: 'verdict.onPallet', values: { no: 2 } },
      hero: { kind: 'count', count: 24 },
      facts: [],
    })
    const begun = verdictOf({
      feedback: feedback({ outcome: 'pallet-begun', sku: null, units: 0, facts }),
    })
    expect(begun.facts[0]?.key).toBe('verdict.palletUndo')
  })

  it('names the order and the pallet that bear a label already', () => {
    const facts = { orderNo: 'BH-2', palletNo: 4 }
    const verdict = verdictOf({
      feedback: feedback({ outcome: 'pallet-elsewhere', sku: null, units: 0, facts }),
    })
    expect(verdict).toMatchObject({
      tone: 'warn',
      title: { key: 'outcome.pallet-elsewhere.title', values: { order: 'BH-2', no: '4' } },
      hero: null,
    })
  })

  it('tells look-alikes apart in words: what was picked up stands huge', () => {
    const verdict = verdictOf({
      locked: true,
      feedback: feedback({
        outcome: 'not-in-order',
        sku: 'LX-SPK-WH',
        nameZh: '便携蓝牙音箱 白色',
      }),
    })
    expect(verdict.tone).toBe('bad')
    expect(verdict.hero).toEqual({ kind: 'words', words: '白色' })
    expect(verdict.facts).toEqual([
      { key: 'verdict.wanted', values: { wanted: '黑色', sku: 'LX-SPK-BK' } },
    ])
  })

  it('says of accepted goods what tells them from their look-alikes on the order', () => {
    const colours = ['黑色', '白色', '灰色', '红色', '蓝色']
    const factsOf = (count: number) => {
      const snapshot = benchSnapshot({ feedback: feedback({ sku: 'A-黑色', nameZh: null }) })
      const lines = colours
        .slice(0, count)
        .map((colour) => benchLine({ sku: `A-${colour}`, nameZh: `保温杯${colour}500ml` }))
      const order = { ...snapshot.order!, lines }
      const centre = presentCentre(fromSnapshot({ ...snapshot, order }), 'zh-CN')
      return centre.kind === 'verdict' ? centre.facts : []
    }
    expect(factsOf(1)[0]?.key).toBe('verdict.orderCount')
    expect(factsOf(3)[0]).toEqual({
      key: 'verdict.lookAlike',
      values: { own: '黑色', others: '白色、灰色' },
    })
    expect(factsOf(5)[0]).toEqual({
      key: 'verdict.lookAlikeMany',
      values: { own: '黑色', others: '白色、灰色、红色', skus: 4 },
    })
  })

  it('names a stranger by its whole name', () => {
    const verdict = verdictOf({
      locked: true,
      feedback: feedback({ outcome: 'not-in-order', sku: 'X', nameZh: '猫砂盆' }),
    })
    expect(verdict.hero).toEqual({ kind: 'words', words: '猫砂盆' })
    expect(verdict.facts).toEqual([])
  })

  it('says by how much a factory case is too large', () => {
    const verdict = verdictOf({
      feedback: feedback({ outcome: 'line-complete', units: 24, facts: { remaining: 5 } }),
    })
    expect(verdict.tone).toBe('warn')
    expect(verdict.title.key).toBe('verdict.tooMany')
    expect(verdict.action.key).toBe('verdict.tooManyDo')
    expect(verdict.facts).toEqual([
      { key: 'verdict.caseTooLarge', values: { units: 24, remaining: 5 } },
    ])
  })

  it('says what would be too heavy in kilograms', () => {
    const facts = { expectedGrams: 31_204, maxGrams: 30_000 }
    expect(verdictOf({ feedback: feedback({ outcome: 'over-limit', facts }) }).facts).toEqual([
      { key: 'verdict.overLimit', values: { expected: '31.20', max: '30' } },
    ])
  })

  it('names the label that is missing, and offers none whose code nobody knows', () => {
    const missing = (printable: 0 | 1) => ({
      locked: true,
      feedback: feedback({ outcome: 'needs-unit-label', facts: { required: 'fnsku', printable } }),
    })
    expect(verdictOf(missing(1)).action.values).toEqual({ required: 'FNSKU' })
    expect(nextOf(missing(1)).title.key).toBe('next.unitLabel')
    expect(verdictOf(missing(0)).action.key).toBe('verdict.labelUnknown')
    expect(nextOf(missing(0)).title.key).toBe('next.locked')
  })

  it('gives the reason of a refused act as its own sentence', () => {
    const verdict = verdictOf({
      feedback: feedback({ outcome: 'refused', sku: null, facts: { error: 'carton-empty' } }),
    })
    expect(verdict.action.key).toBe('error.carton-empty')
  })

  it('says so when everything of the order is in', () => {
    expect(nextOf({ packed: 252 }).title.key).toBe('next.allPacked')
    expect(centreOf({ carton: null, packed: 252 }).kind).toBe('order-complete')
  })

  it('shows the finished carton until the next one begins', () => {
    const done = { carton: null, lastVerified: { code: 'LS0003041187N', cartonNo: 7 } }
    expect(
      centreOf({ ...done, feedback: feedback({ outcome: 'carton-verified', sku: null }) }),
    ).toMatchObject({
      kind: 'complete',
      cartonNo: 7,
    })
    expect(centreOf(done).kind).toBe('complete')
    expect(nextOf(done).title.key).toBe('next.newCarton')
  })

  it.each(['closed', 'declared', 'accepted', 'cancelled'] as const)(
    'invites no more goods once the order is %s, and says so to who scans some',
    (status) => {
      const over = { status, carton: null, packed: 31 }
      const lastVerified = { code: 'LS0003041187N', cartonNo: 7 }
      expect(centreOf({ ...over, lastVerified })).toMatchObject({ kind: 'order-over', status })
      expect(centreOf({ ...over, packed: 252 }).kind).toBe('order-over')
      const next = status === 'cancelled' ? 'next.takeApart' : 'next.orderOver'
      expect(nextOf(over).title.key).toBe(next)
      const facts = { error: 'order-closed', status, orderNo: 'BH-1' }
      const scanned = { ...over, feedback: feedback({ outcome: 'refused', sku: null, facts }) }
      expect(verdictOf(scanned)).toMatchObject({
        title: { key: `over.${status}.title` },
        report: 'BH-1',
      })
      expect(nextOf(scanned).title.key).toBe(next)
    },
  )

  it('has a carton finished that was open when its order was closed elsewhere', () => {
    expect(centreOf({ status: 'closed' })).toMatchObject({ kind: 'go-on', over: 'closed' })
    expect(nextOf({ status: 'closed' }).title.key).toBe('next.finishOpen')
  })

  it('tells the factor that is set for the next scan', () => {
    expect(nextOf({ times: 12 }).title).toEqual({ key: 'next.times', values: { times: 12 } })
  })
})

describe('a locked bench', () => {
  const locked = {
    locked: true,
    feedback: feedback({ outcome: 'unknown-code', sku: null, text: '123' }),
  }

  it.each(['packing', 'weighing', 'marking', 'scan-back'] as const)(
    'shows the refusal over everything else while %s, and asks for nothing but the acknowledgement',
    (step) => {
      expect(centreOf({ ...locked, step })).toMatchObject({ kind: 'verdict', tone: 'bad' })
      expect(nextOf({ ...locked, step }).title.key).toBe('next.locked')
    },
  )

  it('is calm again after the acknowledgement', () => {
    expect(centreOf({ ...locked, locked: false }).kind).toBe('go-on')
    expect(shownVerdict(locked.feedback, false)).toBe('idle')
  })
})

describe('while weighing', () => {
  const weighing = { step: 'weighing' as const }

  it('shows the live weight and what to do', () => {
    expect(centreOf(weighing)).toMatchObject({ kind: 'weighing', problem: null, strip: null })
    expect(nextOf(weighing).title.key).toBe('next.weigh')
  })

  it('says what to do about each problem', () => {
    const problems = [
      { kind: 'over-limit' as const, gross: 31_200, max: 30_000, remove: [] },
      {
        kind: 'deviates' as const,
        gross: 20_900,
        expected: 21_400,
        tolerance: 200,
        explanation: null,
      },
      { kind: 'same-as-last' as const, gross: 21_000 },
    ]
    for (const weighProblem of problems) {
      expect(nextOf({ ...weighing, weighProblem }).title.key).toBe(`weigh.${weighProblem.kind}.do`)
    }
  })

  it('keeps the weight in sight when goods are scanned too early', () => {
    const centre = centreOf({
      ...weighing,
      feedback: feedback({ outcome: 'finish-carton-first', sku: null }),
    })
    expect(centre).toMatchObject({ kind: 'weighing', strip: { tone: 'warn' } })
  })
})

describe('while marks are printed and scanned back', () => {
  const marks = (...states: readonly NonNullable<Parameters<typeof labelView>[0]>[]) => ({
    step: 'scan-back' as const,
    carton: benchCarton({
      state: 'marked',
      labels: states.map((state, index) => labelView({ side: index === 0 ? 1 : 2, ...state })),
    }),
  })

  it('counts the labels that are confirmed', () => {
    expect(centreOf(marks({ state: 'confirmed' }, { state: 'sent' }))).toMatchObject({
      kind: 'scan-back',
      confirmed: 1,
      faces: [{ side: 1 }, { side: 2 }],
      trouble: null,
    })
  })

  it.each(['failed', 'uncertain'] as const)('says what to do about a label that is %s', (state) => {
    const change = marks({ state: 'sent' }, { state })
    expect(centreOf(change)).toMatchObject({ trouble: state })
    expect(nextOf(change).title.key).toBe(`marks.${state}.do`)
  })

  it('shows another carton’s mark by its code', () => {
    const verdict = verdictOf({
      ...marks({}, {}),
      locked: true,
      feedback: feedback({
        outcome: 'mark-other-carton',
        sku: null,
        facts: { cartonCode: 'LS00030411900', expected: 'LS0003041187N' },
      }),
    })
    expect(verdict.hero).toEqual({ kind: 'words', words: 'LS00030411900' })
    expect(verdict.facts[0]?.values).toEqual({ code: 'LS0003041187N' })
  })
})

describe('every outcome', () => {
  it.each(outcomes)('%s has a picture and a next step at every step', (outcome) => {
    for (const step of ['packing', 'weighing', 'marking', 'scan-back'] as const) {
      for (const sku of ['LX-SPK-BK', 'UNKNOWN', null]) {
        const change = { step, locked: locking.has(outcome), feedback: feedback({ outcome, sku }) }
        expect(centreOf(change)).toBeDefined()
        expect(nextOf(change).title.key).toMatch(/^(next|marks|weigh)\./)
      }
    }
  })

  it.each(outcomes)('%s is what the screen reports while it is shown', (outcome) => {
    expect(shownVerdict(feedback({ outcome }), locking.has(outcome))).toBe(outcome)
  })
})

describe('marks from a roll', () => {
  const confirmed = [labelView({ state: 'confirmed' }), labelView({ side: 2, state: 'confirmed' })]
  const rolls = [{ name: '锂电池标', isConfirmed: false }]

  it('are asked for by name when they alone are left', () => {
    const carton = benchCarton({ state: 'marked', labels: confirmed, rolls })
    expect(nextOf({ step: 'scan-back', carton }).title).toEqual({
      key: 'next.scanRoll',
      values: { roll: '锂电池标' },
    })
  })
  it('wait while labels are left, and count as parts of the set', () => {
    const carton = benchCarton({
      state: 'marked',
      labels: [labelView({ state: 'sent' }), labelView({ side: 2, state: 'confirmed' })],
      rolls: [{ name: '锂电池标', isConfirmed: true }],
    })
    expect(nextOf({ step: 'scan-back', carton }).title.key).toBe('next.scanBack')
    expect(centreOf({ step: 'scan-back', carton })).toMatchObject({ confirmed: 2 })
  })
})
