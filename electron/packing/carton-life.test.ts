import { describe, expect, it } from 'vitest'
import type { CartonMoment, MomentOf } from '#shared/contract/carton-page-views.ts'
import { cartonLife, type LifeCommand, type LifeDeed, type LifeStep } from './carton-life.ts'

const late = '2026-11-23T18:00:00+08:00'
const early = '2026-11-23T09:00:00+08:00'

const scan = (id: number, at = early): MomentOf<'scan'> => ({
  kind: 'scan',
  id,
  at,
  source: 'wedge',
  text: 'A',
  outcome: 'accepted',
  units: 1,
  goods: null,
  undone: false,
})
const step = (
  id: number,
  name: string,
  afterScan: number | null,
  { at = early, revision = 1 } = {},
): LifeStep => ({
  afterScan,
  moment: {
    kind: 'step',
    id,
    at,
    revision,
    operator: null,
    upload: null,
    step: name,
    gross: null,
    weightSource: null,
    reason: null,
    purpose: null,
    box: null,
    size: null,
    roll: null,
    pallet: null,
  },
})
const recount = (id: number, afterEvent: number | null, at = early): LifeDeed => ({
  afterEvent,
  afterScan: afterEvent === null ? null : 0,
  moment: {
    kind: 'recount',
    id,
    at,
    revision: 1,
    operator: null,
    upload: null,
    state: 'agrees',
    units: 3,
    differences: [],
  },
})
const command = (seq: number, type: string, change: Partial<LifeCommand> = {}): LifeCommand => ({
  type,
  epoch: 1,
  seq,
  at: late,
  revision: 1,
  operator: null,
  place: null,
  outcome: null,
  upload: { state: 'taken', code: '', message: '' },
  isSaidAgain: false,
  ...change,
})

const short = (life: readonly CartonMoment[]): readonly string[] =>
  life.map((moment) => {
    if (moment.kind === 'step') return moment.step
    return moment.kind === 'command' ? moment.type : `${moment.kind} ${moment.id}`
  })

describe('cartonLife', () => {
  it('keeps the order in which things were written down, whatever the clock did', () => {
    const life = cartonLife({
      scans: [scan(5, late), scan(6, early), scan(9, late)],
      steps: [
        step(1, 'opened', 5, { at: late }),
        step(2, 'sealed', 6, { at: early }),
        step(3, 'recount-begun', 6, { at: late }),
        step(4, 'verified', 9, { at: early }),
      ],
      deeds: [recount(1, 3, late), recount(2, 4, early)],
      commands: [],
    })
    expect(short(life)).toEqual([
      'opened',
      'scan 5',
      'scan 6',
      'sealed',
      'recount 1',
      'scan 9',
      'verified',
      'recount 2',
    ])
  })

  it('goes by the clock where an older version wrote down nothing better', () => {
    const life = cartonLife({
      scans: [scan(1, early), scan(2, late)],
      steps: [
        step(1, 'opened', null),
        step(2, 'parked', null, { at: '2026-11-23T12:00:00+08:00' }),
      ],
      deeds: [recount(1, null, late)],
      commands: [],
    })
    expect(short(life)).toEqual(['opened', 'scan 1', 'parked', 'recount 1', 'scan 2'])
  })

  it('tells beside each moment what the server said of it, once for each', () => {
    const refused = { state: 'refused', code: 'over-packed', message: 'too many' } as const
    const life = cartonLife({
      scans: [],
      steps: [step(1, 'sealed', 0), step(2, 'reopened', 0, { revision: 2 })],
      deeds: [recount(1, 2), recount(2, 2)],
      commands: [
        command(1, 'carton-sealed', { operator: '王敏' }),
        command(2, 'carton-reopened', { revision: 2, upload: refused }),
        command(3, 'carton-recounted', { outcome: 'agrees' }),
        command(4, 'carton-recounted', { outcome: 'agrees', upload: refused }),
      ],
    })
    expect(life).toMatchObject([
      { step: 'sealed', operator: '王敏', upload: { state: 'taken' } },
      { step: 'reopened', upload: refused },
      { kind: 'recount', id: 1, upload: { state: 'taken' } },
      { kind: 'recount', id: 2, upload: refused },
    ])
  })

  it('takes what was said again after a new enrolment for one word, and hides no other', () => {
    const waiting = { state: 'waiting', code: '', message: '' } as const
    const life = cartonLife({
      scans: [],
      steps: [step(1, 'sealed', 0)],
      deeds: [],
      commands: [
        command(7, 'carton-sealed', { isSaidAgain: true, upload: waiting }),
        command(1, 'carton-sealed', { epoch: 2 }),
        command(2, 'carton-voided', { epoch: 2 }),
      ],
    })
    expect(life).toMatchObject([
      { step: 'sealed', upload: { state: 'taken' } },
      { kind: 'command', type: 'carton-voided', epoch: 2, seq: 2 },
    ])
  })
})
