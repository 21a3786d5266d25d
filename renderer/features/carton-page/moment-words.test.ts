import { describe, expect, it } from 'vitest'
import type { CartonMoment, MomentOf } from '#shared/contract/carton-page-views.ts'
import { createI18n } from '#renderer/lib/i18n/create-i18n.ts'
import type { Sentence } from '#renderer/lib/i18n/index.ts'
import { momentLook } from './moment-words.ts'
import { uploadLook, uploadsSentence } from './upload-words.ts'

const { t } = createI18n('zh-CN')
const say = ({ key, values }: Sentence): string =>
  t(
    key,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? say(value) : value,
      ]),
    ),
  )
const told = (moment: CartonMoment): string => {
  const { title, notes } = momentLook(moment, 'zh-CN')
  return [title, ...notes].map(say).join(' | ')
}

const at = '2026-11-23T09:30:00+08:00'
const step = (change: Partial<MomentOf<'step'>>): MomentOf<'step'> => ({
  kind: 'step',
  id: 1,
  at,
  revision: 1,
  operator: null,
  upload: null,
  step: 'sealed',
  gross: null,
  weightSource: null,
  reason: null,
  purpose: null,
  box: null,
  size: null,
  roll: null,
  pallet: null,
  ...change,
})
const scan = (change: Partial<MomentOf<'scan'>>): MomentOf<'scan'> => ({
  kind: 'scan',
  id: 1,
  at,
  source: 'wedge',
  text: '692',
  outcome: 'accepted',
  units: 3,
  goods: { sku: 'MUG', nameZh: '马克杯', nameEn: 'Mug' },
  undone: false,
  ...change,
})

describe('a moment in words', () => {
  it('says a weight with where it came from and why', () => {
    const typed = { gross: 2_350, weightSource: 'manual', reason: '秤坏了' } as const
    expect(told(step(typed))).toBe('装完，2.35 kg | 重量是手输的 | 原因：秤坏了')
  })

  it('tells a carton put aside from one that waits for the scale', () => {
    expect(told(step({ step: 'parked', purpose: 'aside' }))).toContain('挂箱')
    expect(told(step({ step: 'parked', purpose: 'weighing' }))).toContain('等称重')
  })

  it('says which pallet it was put on', () => {
    expect(told(step({ step: 'palletised', pallet: 2 }))).toBe('放上托盘 2')
  })

  it('names what a later version wrote down as it stands', () => {
    expect(told(step({ step: 'loaded' }))).toBe('其他（loaded）')
  })

  it('says what was packed, what was kept out, and what was taken back', () => {
    expect(told(scan({}))).toBe('装入 3 件：马克杯 | 条码 692')
    expect(told(scan({ undone: true }))).toContain('后来撤销')
    expect(told(scan({ outcome: 'not-in-order' }))).toContain('马克杯')
    expect(momentLook(scan({ outcome: 'not-in-order' }), 'zh-CN').tone).toBe('bad')
    expect(told(scan({ outcome: 'unknown-code', goods: null, units: 0 }))).toContain('692')
  })

  it('says how a recount differs', () => {
    const differs: MomentOf<'recount'> = {
      kind: 'recount',
      id: 1,
      at,
      revision: 1,
      operator: null,
      upload: null,
      state: 'left-as-is',
      units: 1,
      differences: [{ sku: 'MUG', nameZh: '马克杯', nameEn: 'Mug', expected: 3, counted: 1 }],
    }
    expect(told(differs)).toBe('复核对不上，先不改 | 马克杯：少 2 件')
  })
})

describe('how the word about it stands', () => {
  it('is said with the reason and the words of the server', () => {
    const refused = { state: 'refused', code: 'over-packed', message: 'too many' } as const
    expect(uploadLook(refused).notes.map(say)).toEqual(['装得比下单的多', '服务器原话：too many'])
    const waiting = { state: 'waiting', code: '', message: '' } as const
    expect(say(uploadsSentence([step({ upload: waiting }), step({ upload: refused })]))).toBe(
      '1 条被退回',
    )
    expect(say(uploadsSentence([step({ upload: waiting })]))).toBe('1 条待上传')
    expect(say(uploadsSentence([scan({})]))).toBe('还没有要上传的')
  })
})
