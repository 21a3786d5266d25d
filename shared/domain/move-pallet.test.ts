import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderNo } from './order.ts'
import { mayGoBack, type OrderPallet, type PalletStanding } from './order-pallet.ts'
import type { PackSession } from './pack-session.ts'
import { stepSession } from './pack-step.ts'
import { grams, millimetres } from './units.ts'

const orderNo = 'BH1' as OrderNo
const session: PackSession = {
  order: {
    orderNo,
    lines: new Map(),
    limits: {
      maxGross: grams(30_000),
      maxSide: millimetres(1_200),
      volumetricDivisor: 6_000,
      separated: [],
    },
  },
  elsewhere: new Map(),
  carton: null,
  step: 'packing',
  mode: 'whole-case',
  weighQueue: false,
  times: 4,
  expecting: null,
  nextBox: {
    id: 'K1',
    nameZh: 'K1',
    nameEn: 'K1',
    size: { length: millimetres(400), width: millimetres(400), height: millimetres(400) },
    tare: grams(500),
  },
  lock: null,
  lastVerified: null,
}

type Wish = Extract<Parameters<typeof stepSession>[1], { type: 'pallet' }>['wish']
const label = '340123450000000017'
const pallet = (palletNo: number, cartons = 0, own: string | null = null): OrderPallet => ({
  palletNo,
  cartons,
  label: own,
})
const standing = (change: Partial<PalletStanding> = {}): PalletStanding => ({
  current: null,
  previous: null,
  nextNo: 1,
  labelCameLast: false,
  isNewest: true,
  ...change,
})
const moved = (wish: Wish, at: PalletStanding, from = session) => {
  const outcome = stepSession(from, { type: 'pallet', wish, standing: at })
  if (!outcome.ok) throw new Error(outcome.error.code)
  const { effects, answer } = outcome.value
  return { effects, outcome: answer?.outcome, facts: answer?.facts }
}
const scanned = (bearer: OrderPallet | null, of = orderNo): Wish => ({
  kind: 'label',
  label,
  bearer: bearer === null ? null : { ...bearer, orderNo: of },
})
const next: Wish = { kind: 'next' }
const back: Wish = { kind: 'back' }

describe('换托盘', () => {
  it('begins the order’s next pallet, but none while the one before is empty', () => {
    expect(moved(next, standing())).toEqual({
      effects: [{ type: 'pallet-begun', palletNo: 1, label: null }],
      outcome: 'pallet-begun',
      facts: { palletNo: 1, cartons: 0 },
    })
    expect(moved(next, standing({ current: pallet(1, 24), nextNo: 2 }))).toMatchObject({
      effects: [{ type: 'pallet-begun', palletNo: 2 }],
    })
    expect(moved(next, standing({ current: pallet(2), nextNo: 3 }))).toMatchObject({
      effects: [],
      outcome: 'pallet-empty',
      facts: { palletNo: 2 },
    })
  })

  it('waits while wrong goods are in the hand, and leaves ×n as it is', () => {
    const locked = { ...session, lock: 'not-in-order' } as const
    expect(moved(next, standing(), locked)).toMatchObject({ effects: [], outcome: 'locked' })
    const outcome = stepSession(session, { type: 'pallet', wish: next, standing: standing() })
    expect(outcome).toMatchObject({ value: { session: { times: 4 } } })
  })
})

describe('the label of a pallet', () => {
  it('begins a pallet, or becomes that of the current one which has none', () => {
    expect(moved(scanned(null), standing())).toMatchObject({
      effects: [{ type: 'pallet-begun', palletNo: 1, label }],
    })
    const labelled = standing({ current: pallet(1, 24, '340123450000000024'), nextNo: 2 })
    expect(moved(scanned(null), labelled)).toMatchObject({
      effects: [{ type: 'pallet-begun', palletNo: 2, label }],
    })
    expect(moved(scanned(null), standing({ current: pallet(1, 24), nextNo: 2 }))).toEqual({
      effects: [{ type: 'pallet-labelled', palletNo: 1, label }],
      outcome: 'pallet-labelled',
      facts: { palletNo: 1, cartons: 24, label },
    })
  })

  it('leads back to the pallet that bears it, and changes nothing there already', () => {
    const bearer = pallet(1, 24, label)
    expect(moved(scanned(bearer), standing({ current: pallet(2, 3), nextNo: 3 }))).toMatchObject({
      effects: [{ type: 'pallet-taken', palletNo: 1 }],
      outcome: 'pallet-taken',
      facts: { palletNo: 1, cartons: 24 },
    })
    expect(moved(scanned(bearer), standing({ current: bearer, nextNo: 3 }))).toMatchObject({
      effects: [],
      outcome: 'pallet-taken',
    })
  })

  it('is refused by the name of the order and pallet that bear it', () => {
    const elsewhere = scanned(pallet(4, 9, label), 'BH2' as OrderNo)
    expect(moved(elsewhere, standing({ current: pallet(1), nextNo: 2 }))).toEqual({
      effects: [],
      outcome: 'pallet-elsewhere',
      facts: { orderNo: 'BH2', palletNo: 4 },
    })
  })
})

describe('undo', () => {
  it('takes the label off, drops the empty pallet, goes to the one before: last first', () => {
    const current = pallet(2, 0, label)
    const previous = pallet(1, 24)
    const labelled = standing({ current, previous, nextNo: 3, labelCameLast: true })
    expect(moved(back, labelled).effects).toEqual([
      { type: 'pallet-labelled', palletNo: 2, label: null },
    ])
    expect(moved(back, { ...labelled, labelCameLast: false })).toEqual({
      effects: [
        { type: 'pallet-dropped', palletNo: 2 },
        { type: 'pallet-taken', palletNo: 1 },
      ],
      outcome: 'pallet-taken',
      facts: { palletNo: 1, cartons: 24 },
    })
    expect(moved(back, standing({ current: pallet(2, 3), previous })).effects).toEqual([
      { type: 'pallet-taken', palletNo: 1 },
    ])
    expect(moved(back, standing({ current: pallet(1) }))).toMatchObject({
      effects: [{ type: 'pallet-dropped', palletNo: 1 }],
      outcome: 'pallet-none',
    })
  })

  it('never drops a pallet with cartons, and is offered only where it changes something', () => {
    const one = fc.record({
      palletNo: fc.integer({ min: 1, max: 9 }),
      cartons: fc.nat(3),
      label: fc.constantFrom(null, label),
    })
    const standings = fc.record({
      current: fc.option(one),
      previous: fc.option(one),
      nextNo: fc.constant(10),
      labelCameLast: fc.boolean(),
      isNewest: fc.boolean(),
    })
    fc.assert(
      fc.property(standings, (at) => {
        const { effects } = moved(back, at)
        if ((at.current?.cartons ?? 0) > 0) {
          expect(effects.map(({ type }) => type)).not.toContain('pallet-dropped')
        }
        if (mayGoBack(at)) expect(effects).not.toEqual([])
      }),
    )
  })
})
