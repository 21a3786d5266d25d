import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartonCode } from './carton-code.ts'
import { cartonUnits, type BoxType } from './carton.ts'
import type { CartonRules } from './carton-rules.ts'
import { unitsPacked } from './judge-goods.ts'
import { withRules } from './limits.ts'
import type { CargoClass, OrderNo, Sku } from './order.ts'
import type {
  GoodsMatch,
  LabelSet,
  MarkScan,
  PackEvent,
  PackLine,
  PackSession,
  RollScan,
  Stepped,
} from './pack-session.ts'
import { stepSession } from './pack-step.ts'
import { grams, millimetres } from './units.ts'

const box = (id: string, side = 400): BoxType => ({
  id,
  nameZh: id,
  nameEn: id,
  size: { length: millimetres(side), width: millimetres(400), height: millimetres(400) },
  tare: grams(500),
})

const line = (
  sku: string,
  ordered: number,
  unitWeight: number,
  cargoClass: CargoClass = 'general',
  requiredBarcode?: string,
): PackLine => ({
  sku: sku as Sku,
  ordered,
  granted: ordered,
  short: 0,
  unitWeight: grams(unitWeight),
  cargoClass,
  isLabelKnown: true,
  ...(requiredBarcode === undefined ? {} : { requiredBarcode }),
})

const fresh = (): PackSession => ({
  order: {
    orderNo: 'BH1' as OrderNo,
    lines: new Map(
      [
        line('A', 12, 1_000),
        line('B', 5, 400, 'battery'),
        line('L', 5, 300, 'liquid'),
        line('F', 5, 100, 'general', 'fnsku'),
        line('H', 9, 9_000),
      ].map((item) => [item.sku, item]),
    ),
    limits: {
      maxGross: grams(30_000),
      maxSide: millimetres(1_200),
      volumetricDivisor: 6_000,
      separated: [['battery', 'liquid']],
    },
  },
  elsewhere: new Map(),
  carton: null,
  step: 'packing',
  mode: 'scan',
  weighQueue: false,
  times: 1,
  expecting: null,
  nextBox: box('K1'),
  lock: null,
  lastVerified: null,
})

const scanOf = (sku: string, units = 1, kind = 'ean'): GoodsMatch => ({
  kind: 'line',
  sku: sku as Sku,
  barcode: { value: `code-${sku}`, kind, units },
})

const goods = (match: GoodsMatch, serial = 1): PackEvent => ({
  type: 'goods',
  match,
  fresh: { code: cartonCode(serial), cartonNo: serial },
})

const step = (session: PackSession, event: PackEvent): Stepped => {
  const outcome = stepSession(session, event)
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code}`)
  return outcome.value
}

const run = (session: PackSession, ...events: readonly PackEvent[]): Stepped =>
  events.reduce<Stepped>((last, event) => step(last.session, event), {
    session,
    effects: [],
    answer: null,
    weighProblem: null,
  })

const weighing = (gross: number, deviationAccepted = false): PackEvent => ({
  type: 'weigh',
  weighIn: {
    weight: { gross: grams(gross), source: 'scale' },
    expected: grams(2_500),
    tolerance: grams(50),
    explanation: null,
    deviationAccepted,
    plannedMarks: null,
  },
})

const markOf = (serial: number, scan: Partial<MarkScan> = {}): PackEvent => ({
  type: 'mark',
  scan: {
    code: cartonCode(serial),
    revision: 1,
    digest: null,
    known: { revision: 1, digest: null, voided: false, verified: false },
    labels: { total: 2, confirmed: 0, nextPrinted: true, rollsLeft: 0 },
    ...scan,
  },
})

const sealed = (): PackSession =>
  run(fresh(), goods(scanOf('A', 2)), { type: 'done' }, weighing(2_500)).session

describe('a scan of goods', () => {
  it('opens a carton with its code at the first accepted scan, and only then', () => {
    const refused = step(fresh(), goods({ kind: 'unknown' }))
    expect(refused.session.carton).toBeNull()
    const accepted = step(fresh(), goods(scanOf('A')))
    expect(accepted.answer?.outcome).toBe('accepted')
    expect(accepted.effects.map((effect) => effect.type)).toEqual(['carton-opened', 'units-added'])
    expect(accepted.session.carton?.code).toBe(cartonCode(1))
  })

  it.each<[string, GoodsMatch, string]>([
    ['goods of no catalogue', { kind: 'unknown' }, 'unknown-code'],
    [
      'goods of another order',
      { kind: 'elsewhere', sku: 'X' as Sku, orderNo: null },
      'not-in-order',
    ],
    ['a bare EAN where an FNSKU is required', scanOf('F'), 'needs-unit-label'],
    ['liquid beside a battery', scanOf('L'), 'mixing-forbidden'],
  ])('locks scanning on %s until it is acknowledged', (_what, match, outcome) => {
    const before = run(fresh(), goods(scanOf('B'))).session
    const wrong = step(before, goods(match))
    expect(wrong.answer?.outcome).toBe(outcome)
    expect(wrong.session.carton).toEqual(before.carton)
    expect(step(wrong.session, goods(scanOf('A'))).answer?.outcome).toBe('locked')
    expect(step(wrong.session, { type: 'done' }).answer?.outcome).toBe('locked')
    const free = run(wrong.session, { type: 'acknowledge' }, goods(scanOf('A')))
    expect(free.answer?.outcome).toBe('accepted')
  })

  const ruled = (rules: CartonRules): PackSession => {
    const session = fresh()
    const { order } = session
    return { ...session, order: { ...order, limits: withRules(order.limits, rules) } }
  }

  it.each<[string, CartonRules, readonly PackEvent[], object]>([
    ['one SKU only', { maxSkus: 1 }, [], { rule: 'skus', max: 1 }],
    ['two SKUs at most', { maxSkus: 2 }, [goods(scanOf('H'))], { rule: 'skus', max: 2 }],
    ['these two apart', { apart: [['F', 'B', 'A']] as never }, [], { rule: 'apart', other: 'A' }],
  ])(
    'keeps out of a carton what its order does not want mixed: %s',
    (_what, rules, more, facts) => {
      const before = run(ruled(rules), goods(scanOf('A')), ...more).session
      const wrong = step(before, goods(scanOf('B')))
      expect(wrong.answer).toMatchObject({ outcome: 'mixing-forbidden', sku: 'B', facts })
      expect(wrong.session.lock).toBe('mixing-forbidden')
      const right = run(wrong.session, { type: 'acknowledge' }, goods(scanOf('A')))
      expect(right.answer?.outcome).toBe('accepted')
    },
  )

  it('takes no more units than the order wants in a carton, and locks nothing', () => {
    const before = run(ruled({ maxUnits: 3 }), goods(scanOf('A')), goods(scanOf('B'))).session
    const full = step(before, goods(scanOf('A', 2, 'case')))
    expect(full.answer).toMatchObject({
      outcome: 'carton-full',
      units: 2,
      facts: { max: 3, inCarton: 2 },
    })
    expect(full.session.lock).toBeNull()
    expect(step(full.session, goods(scanOf('A'))).answer?.outcome).toBe('accepted')
  })

  it('minds the stricter one of the limits of the order and of its destination', () => {
    const light = ruled({ maxGross: grams(2_000) })
    expect(run(light, goods(scanOf('A')), goods(scanOf('A'))).answer?.outcome).toBe('over-limit')
    const heavy = ruled({ maxGross: grams(90_000), maxSide: millimetres(9_000) })
    expect(heavy.order.limits).toEqual(fresh().order.limits)
  })

  it('lets no carton go to the scale that breaks rules which came after its goods', () => {
    const before = run(fresh(), goods(scanOf('A')), goods(scanOf('B'))).session
    const { limits } = ruled({ maxSkus: 1 }).order
    const now = { ...before, order: { ...before.order, limits } }
    expect(stepSession(now, { type: 'done' })).toEqual({
      ok: false,
      error: { code: 'carton-breaks-rules', details: { rule: 'skus', max: 1, sku: 'B' } },
    })
    const out = run(now, { type: 'undo' }, { type: 'done' })
    expect(out.session.step).toBe('weighing')
  })

  it('takes the unit label where it is required', () => {
    expect(step(fresh(), goods(scanOf('F', 1, 'fnsku'))).answer?.outcome).toBe('accepted')
  })

  it('refuses a case larger than the remainder and names the remainder, without locking', () => {
    const full = run(fresh(), goods(scanOf('A', 10)), goods(scanOf('A', 6, 'case')))
    expect(full.answer).toMatchObject({
      outcome: 'line-complete',
      units: 6,
      facts: { remaining: 2 },
    })
    expect(full.session.lock).toBeNull()
  })

  it('refuses what would exceed the limit of the destination by the expected weight', () => {
    const heavy = run(fresh(), goods(scanOf('H', 3)), goods(scanOf('H')))
    expect(heavy.answer).toMatchObject({
      outcome: 'over-limit',
      facts: { expectedGrams: 36_500, maxGrams: 30_000 },
    })
    expect(heavy.session.carton?.contents).toEqual([{ sku: 'H', quantity: 3 }])
  })

  it('multiplies one scan only', () => {
    const times = run(
      fresh(),
      { type: 'set-times', times: 4 },
      goods(scanOf('A')),
      goods(scanOf('A')),
    )
    expect(times.session.carton?.contents).toEqual([{ sku: 'A', quantity: 5 }])
  })

  it('is undone last first, with the units of a case', () => {
    const undone = run(fresh(), goods(scanOf('A')), goods(scanOf('A', 6, 'case')), { type: 'undo' })
    expect(undone.session.carton?.contents).toEqual([{ sku: 'A', quantity: 1 }])
    const empty = step(undone.session, { type: 'undo' }).session
    expect(empty.carton?.contents).toEqual([])
    expect(stepSession(empty, { type: 'undo' })).toMatchObject({
      error: { code: 'nothing-to-undo' },
    })
  })
})

describe('装完', () => {
  it('is refused for an empty carton and for a box that is too large', () => {
    expect(stepSession(fresh(), { type: 'done' })).toMatchObject({
      error: { code: 'carton-empty' },
    })
    const huge = { type: 'choose-box', boxType: box('XXL', 1_500) } as const
    expect(stepSession(fresh(), huge)).toMatchObject({
      error: { code: 'box-type-too-large', details: { actual: 1_500, max: 1_200 } },
    })
  })

  it('is refused for a carton that was measured as too large, until it is another box', () => {
    const wide = run(
      fresh(),
      { type: 'choose-box', boxType: box('XL', 1_150) },
      goods(scanOf('A')),
      { type: 'done' },
    ).session
    const size = {
      length: millimetres(1_210),
      width: millimetres(400),
      height: millimetres(400),
    }
    const measured = step(wide, { type: 'measure', size })
    expect(measured.session.step).toBe('packing')
    expect(measured.answer).toMatchObject({
      outcome: 'refused',
      facts: { error: 'measured-too-large', actual: 1_210, max: 1_200 },
    })
    expect(stepSession(measured.session, { type: 'done' })).toMatchObject({
      error: { code: 'measured-too-large' },
    })
    const changed = step(measured.session, { type: 'choose-box', boxType: box('K1') })
    expect(changed.effects).toContainEqual(
      expect.objectContaining({ type: 'carton-measured', size: null }),
    )
    expect(step(changed.session, { type: 'done' }).session.step).toBe('weighing')
  })

  it('forgets what was measured as soon as the contents change, and only then', () => {
    const size = { length: millimetres(450), width: millimetres(420), height: millimetres(400) }
    const packed = run(fresh(), goods(scanOf('A', 2)), { type: 'measure', size }).session
    expect(packed.carton?.measured).toEqual(size)
    const back = run(packed, { type: 'done' }, { type: 'back-to-packing' }).session
    expect(back.carton?.measured).toEqual(size)
    expect(step(back, goods(scanOf('A'))).session.carton?.measured).toBeUndefined()
    expect(step(back, { type: 'undo' }).session.carton?.measured).toBeUndefined()
    expect(stepSession(fresh(), { type: 'measure', size })).toMatchObject({
      error: { code: 'carton-state' },
    })
  })

  it('stops at the scale with the remedy when the carton is too heavy', () => {
    const packed = run(fresh(), goods(scanOf('A', 12)), { type: 'done' }).session
    const heavy = step(packed, weighing(31_200))
    expect(heavy.session.carton?.state).toBe('open')
    expect(heavy.weighProblem).toMatchObject({
      kind: 'over-limit',
      remove: [{ sku: 'A', units: 2 }],
    })
  })

  it('asks about a deviation and seals once it is confirmed', () => {
    const packed = run(fresh(), goods(scanOf('A', 2)), { type: 'done' }).session
    expect(step(packed, weighing(2_000)).weighProblem).toMatchObject({ kind: 'deviates' })
    expect(step(packed, weighing(2_000, true)).effects[0]).toMatchObject({ type: 'carton-sealed' })
  })

  it('takes no goods between the scale and the scan-back', () => {
    const answer = step(sealed(), goods(scanOf('A'))).answer
    expect(answer?.outcome).toBe('finish-carton-first')
  })
})

describe('整箱', () => {
  const byCase = () => step(fresh(), { type: 'set-mode', mode: 'whole-case' }).session

  it('packs a factory carton with one scan and goes straight to the scale', () => {
    const packed = step(byCase(), goods(scanOf('A', 6, 'case')))
    expect(packed.answer).toMatchObject({ outcome: 'accepted', units: 6 })
    expect(packed.session).toMatchObject({ step: 'weighing', mode: 'whole-case' })
    // A second scan of it counts nothing.
    const twice = step(packed.session, goods(scanOf('A', 6, 'case')))
    expect(twice).toMatchObject({ answer: { outcome: 'finish-carton-first' }, effects: [] })
    const undone = step(packed.session, { type: 'undo' }).session
    expect(undone).toMatchObject({ step: 'packing', carton: { contents: [] } })
    expect(step(undone, goods(scanOf('A', 6, 'case'))).session.step).toBe('weighing')
  })

  it('asks for the code of the case when a unit is scanned, and puts nothing beside a case', () => {
    expect(step(byCase(), goods(scanOf('A'))).answer?.outcome).toBe('case-expected')
    const back = run(byCase(), goods(scanOf('A', 6, 'case')), { type: 'back-to-packing' }).session
    expect(step(back, goods(scanOf('A', 6, 'case'))).answer?.outcome).toBe('finish-carton-first')
  })

  it('knows no multiples, and stays with a box that the destination does not take', () => {
    const times = step(byCase(), { type: 'set-times', times: 2 }).session
    expect(step(times, goods(scanOf('A', 6, 'case'))).answer?.units).toBe(6)
    const huge = { ...byCase(), nextBox: box('XXL', 1_500) }
    expect(step(huge, goods(scanOf('A', 6, 'case'))).session.step).toBe('packing')
  })

  it('goes into the queue where several benches share the scale, and comes back whole', () => {
    const shared = { ...byCase(), weighQueue: true }
    const { session, answer, effects } = step(shared, goods(scanOf('A', 6, 'case')))
    expect(answer).toMatchObject({ outcome: 'carton-queued', units: 6 })
    expect(session).toMatchObject({ carton: null, step: 'packing', mode: 'whole-case' })
    expect(effects.map(({ type }) => type)).toEqual([
      'carton-opened',
      'units-repeated',
      'carton-parked',
    ])
  })

  it('begins and ends only between cartons', () => {
    const open = run(fresh(), goods(scanOf('A'))).session
    expect(stepSession(open, { type: 'set-mode', mode: 'whole-case' })).toMatchObject({
      error: { code: 'carton-unfinished' },
    })
    expect(step(byCase(), { type: 'set-mode', mode: 'scan' }).session.mode).toBe('scan')
  })
})

describe('同上一箱', () => {
  const again = (contents: readonly (readonly [string, number])[]): PackEvent => ({
    type: 'same-again',
    contents: contents.map(([sku, quantity]) => ({ sku: sku as Sku, quantity })),
    boxType: box('M'),
    fresh: { code: cartonCode(2), cartonNo: 2 },
  })

  it('packs what the carton before held, in its box, and undo takes it back piece by piece', () => {
    const { session, effects, answer } = step(
      fresh(),
      again([
        ['A', 4],
        ['B', 2],
      ]),
    )
    expect(answer).toMatchObject({ outcome: 'repeated', units: 6 })
    expect(effects.map(({ type }) => type)).toEqual([
      'carton-opened',
      'units-repeated',
      'units-repeated',
    ])
    expect(session.carton).toMatchObject({ code: cartonCode(2), boxType: { id: 'M' } })
    const undone = step(session, { type: 'undo' }).session
    expect(undone.carton?.contents).toEqual([{ sku: 'A', quantity: 4 }])
  })

  it.each([
    [
      'line-complete',
      [
        ['A', 4],
        ['B', 6],
      ],
    ],
    ['over-limit', [['H', 4]]],
  ] as const)('changes nothing and locks nothing when the answer is %s', (outcome, contents) => {
    const before = fresh()
    const { session, effects, answer } = step(before, again(contents))
    expect(answer?.outcome).toBe(outcome)
    expect(effects).toEqual([])
    expect(session).toEqual(before)
  })

  it('is refused beside an open carton, and for goods that the order names no more', () => {
    const open = run(fresh(), goods(scanOf('A'))).session
    expect(stepSession(open, again([['A', 1]]))).toMatchObject({
      error: { code: 'carton-unfinished' },
    })
    expect(stepSession(fresh(), again([['Z', 1]]))).toMatchObject({
      error: { code: 'nothing-to-repeat' },
    })
  })
})

describe('挂箱 and 待称重', () => {
  const packed = () => run(fresh(), goods(scanOf('A', 2)), goods(scanOf('B'))).session
  const parkedOf = ({ carton }: PackSession) => {
    if (carton === null) throw new Error('nothing in hand')
    return carton
  }

  it('put the carton away and bring back exactly that one', () => {
    const before = packed()
    const away = step(before, { type: 'park', purpose: 'aside' })
    expect(away).toMatchObject({
      session: { carton: null, step: 'packing' },
      answer: { outcome: 'carton-parked', units: 3, facts: { cartonNo: 1 } },
    })
    expect(unitsPacked(away.session, 'A' as Sku)).toBe(2)
    const back = step(away.session, {
      type: 'resume',
      carton: parkedOf(before),
      purpose: 'aside',
    })
    expect(back.session).toEqual({ ...before, elsewhere: back.session.elsewhere })
    expect(unitsPacked(back.session, 'A' as Sku)).toBe(2)
    expect(back.effects.map(({ type }) => type)).toEqual(['carton-resumed'])
  })

  it('a queued carton comes back to the scale, and 装完 there does not send it away again', () => {
    const away = step({ ...packed(), weighQueue: true }, { type: 'done' })
    expect(away.answer?.outcome).toBe('carton-queued')
    const carton = parkedOf(packed())
    const back = step(away.session, { type: 'resume', carton, purpose: 'weighing' })
    expect(back.session.step).toBe('weighing')
    expect(step(back.session, { type: 'done' }).effects).toEqual([])
    const again = step(back.session, { type: 'park', purpose: 'weighing' })
    expect(again.answer?.outcome).toBe('carton-queued')
  })

  it('what no scale would take waits for none', () => {
    const huge = { ...packed(), nextBox: box('XXL', 1_500) }
    const carton = { ...parkedOf(huge), boxType: box('XXL', 1_500) }
    for (const event of [{ type: 'done' }, { type: 'park', purpose: 'weighing' }] as const) {
      expect(stepSession({ ...huge, carton }, event)).toMatchObject({
        error: { code: 'box-type-too-large' },
      })
      expect(stepSession(fresh(), event)).toMatchObject({ error: { code: 'carton-empty' } })
    }
  })

  it('a sealed carton is never parked, and nothing comes back onto another carton', () => {
    for (const purpose of ['aside', 'weighing'] as const) {
      expect(stepSession(sealed(), { type: 'park', purpose })).toMatchObject({
        error: { code: 'carton-unfinished' },
      })
    }
    const other = { ...parkedOf(packed()), code: cartonCode(9), cartonNo: 9 }
    const back = { type: 'resume', carton: other, purpose: 'aside' } as const
    expect(stepSession(packed(), back)).toMatchObject({ error: { code: 'carton-unfinished' } })
  })

  it('wait until wrong goods are acknowledged', () => {
    const locked = step(packed(), goods({ kind: 'unknown' })).session
    expect(step(locked, { type: 'park', purpose: 'aside' }).answer?.outcome).toBe('locked')
  })
})

describe('scanning the mark back', () => {
  it('verifies only when every label of the set was scanned', () => {
    const first = step(sealed(), markOf(1))
    expect(first.answer?.outcome).toBe('mark-confirmed')
    expect(first.session.carton?.state).toBe('sealed')
    const second = step(
      first.session,
      markOf(1, { labels: { total: 2, confirmed: 1, nextPrinted: true, rollsLeft: 0 } }),
    )
    expect(second.answer?.outcome).toBe('carton-verified')
    expect(second.session).toMatchObject({
      carton: null,
      step: 'packing',
      lastVerified: cartonCode(1),
    })
    expect(second.session.elsewhere.get('A' as Sku)).toBe(2)
  })

  const rollScan = (
    labels: Partial<LabelSet>,
    roll: Partial<RollScan['roll']> = {},
  ): PackEvent => ({
    type: 'roll',
    scan: {
      roll: { id: 'ion', name: 'Lithium', isNeeded: true, isConfirmed: false, ...roll },
      labels: { total: 2, confirmed: 0, nextPrinted: true, rollsLeft: 1, ...labels },
    },
  })

  it('waits for the roll of a pre-printed mark after the last label', () => {
    const labels = { total: 2, confirmed: 1, nextPrinted: true, rollsLeft: 1 }
    const last = step(sealed(), markOf(1, { labels }))
    expect(last.answer?.outcome).toBe('mark-confirmed')
    const roll = step(last.session, rollScan({ confirmed: 2, nextPrinted: false }))
    expect(roll.answer?.outcome).toBe('carton-verified')
    expect(roll.effects.map(({ type }) => type)).toEqual([
      'roll-confirmed',
      'carton-marked',
      'carton-verified',
    ])
  })

  it.each<[string, PackSession, PackEvent, string, readonly string[]]>([
    ['while labels are left', sealed(), rollScan({}), 'roll-confirmed', ['roll-confirmed']],
    [
      'while another roll is left',
      sealed(),
      rollScan({ confirmed: 2, rollsLeft: 2 }),
      'roll-confirmed',
      ['roll-confirmed'],
    ],
    ['before anything is packed', fresh(), rollScan({}), 'roll-not-due', []],
    ['a second time', sealed(), rollScan({}, { isConfirmed: true }), 'roll-not-due', []],
    ['of a kind not in it', sealed(), rollScan({}, { isNeeded: false }), 'roll-not-needed', []],
  ])('answers a roll scanned %s', (_when, session, event, outcome, effects) => {
    const answered = step(session, event)
    expect(answered.answer?.outcome).toBe(outcome)
    expect(answered.effects.map(({ type }) => type)).toEqual(effects)
  })

  it.each<[string, PackEvent, string]>([
    ['garbage', markOf(1, { code: null, known: null }), 'mark-unreadable'],
    ["another carton's", markOf(2), 'mark-other-carton'],
    [
      'a voided',
      markOf(2, { known: { revision: 1, digest: null, voided: true, verified: false } }),
      'mark-voided',
    ],
    [
      'a stale',
      markOf(1, {
        revision: 1,
        known: { revision: 2, digest: null, voided: false, verified: false },
      }),
      'mark-stale',
    ],
    [
      'a disagreeing',
      markOf(1, {
        digest: 'AAAAAAAAAAAA',
        known: { revision: 1, digest: 'BBBBBBBBBBBB', voided: false, verified: false },
      }),
      'mark-digest-differs',
    ],
    [
      'a not yet printed',
      markOf(1, { labels: { total: 2, confirmed: 0, nextPrinted: false, rollsLeft: 0 } }),
      'mark-not-due',
    ],
  ])('refuses %s mark by name', (_what, event, outcome) => {
    const session = sealed()
    const refused = step(session, event)
    expect(refused.answer?.outcome).toBe(outcome)
    expect(refused.session.carton).toEqual(session.carton)
    expect(refused.effects).toEqual([])
  })

  it('wants the QR after a reopening, since the bars of the old mark read the same', () => {
    const session = sealed()
    const carton = session.carton
    if (carton === null) throw new Error('no carton')
    const again = run(
      session,
      { type: 'reopen', carton, reason: 'recount' },
      { type: 'done' },
      weighing(2_500),
    ).session
    expect(again.carton).toMatchObject({ revision: 2, state: 'sealed' })
    const known = { revision: 2, digest: null, voided: false, verified: false }
    expect(step(again, markOf(1, { revision: null, known })).answer?.outcome).toBe('mark-needs-qr')
    expect(step(again, markOf(1, { revision: 2, known })).answer?.outcome).toBe('mark-confirmed')
  })
})

describe('any run of events', () => {
  const skus = ['A', 'B', 'L', 'F', 'H'] as const
  const event = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        sku: fc.constantFrom(...skus),
        units: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'unknown',
        'ack',
        'undo',
        'times',
        'done',
        'back',
        'weigh',
        'printed',
        'mark',
        'reopen',
        'void',
      ),
    },
  )

  it('never packs more than ordered, never uses a code twice, and verifies only scanned sets', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let session = fresh()
        let serial = 0
        let confirmed = 0
        const opened = new Set<string>()
        const written = new Map<string, number>()
        for (const chosen of events) {
          const outcome = stepSession(session, toEvent(chosen, session, serial + 1, confirmed))
          if (!outcome.ok) continue
          for (const effect of outcome.value.effects) {
            if (effect.type === 'carton-opened') {
              serial += 1
              expect(opened.has(effect.carton.code)).toBe(false)
              opened.add(effect.carton.code)
            }
            if (effect.type === 'units-added') bump(written, effect.sku, effect.units)
            if (effect.type === 'units-taken-back') bump(written, effect.sku, -effect.units)
            if (effect.type === 'carton-voided') {
              for (const { sku, quantity } of session.carton?.contents ?? [])
                bump(written, sku, -quantity)
            }
            if (effect.type === 'label-confirmed') confirmed += 1
            if (effect.type === 'carton-verified') expect(confirmed).toBe(2)
            if (effect.type === 'carton-sealed') confirmed = 0
          }
          session = outcome.value.session
          for (const item of session.order.lines.values()) {
            expect(unitsPacked(session, item.sku)).toBeLessThanOrEqual(item.ordered)
            expect(unitsPacked(session, item.sku)).toBe(written.get(item.sku) ?? 0)
          }
          expect(cartonUnits(session.carton?.contents ?? [])).toBe(
            (session.carton?.scans ?? []).reduce((sum, scan) => sum + scan.units, 0),
          )
        }
      }),
    )
  })

  const bump = (totals: Map<string, number>, sku: string, units: number): void => {
    totals.set(sku, (totals.get(sku) ?? 0) + units)
  }

  const toEvent = (
    chosen: { sku: string; units: number } | string,
    session: PackSession,
    serial: number,
    confirmed: number,
  ): PackEvent => {
    if (typeof chosen !== 'string') return goods(scanOf(chosen.sku, chosen.units, 'case'), serial)
    const { carton } = session
    switch (chosen) {
      case 'unknown':
        return goods({ kind: 'unknown' }, serial)
      case 'ack':
        return { type: 'acknowledge' }
      case 'undo':
        return { type: 'undo' }
      case 'times':
        return { type: 'set-times', times: 3 }
      case 'done':
        return { type: 'done' }
      case 'back':
        return { type: 'back-to-packing' }
      case 'printed':
        return { type: 'labels-printed' }
      case 'reopen':
        return carton === null
          ? { type: 'acknowledge' }
          : { type: 'reopen', carton, reason: 'recount' }
      case 'void':
        return carton === null
          ? { type: 'acknowledge' }
          : { type: 'void', code: carton.code, contents: carton.contents, reason: 'wrong box' }
      case 'mark':
        return {
          type: 'mark',
          scan: {
            code: carton?.code ?? cartonCode(999),
            revision: carton?.revision ?? 1,
            digest: null,
            known: {
              revision: carton?.revision ?? 1,
              digest: null,
              voided: false,
              verified: false,
            },
            labels: { total: 2, confirmed, nextPrinted: true, rollsLeft: 0 },
          },
        }
      default:
        return weighing(2_500, true)
    }
  }
})
