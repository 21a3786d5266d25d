import { describe, expect, it } from 'vitest'
import type { WeightExplanation } from '#shared/contract/views.ts'
import { createI18n } from '#renderer/lib/i18n/create-i18n.ts'
import type { Sentence } from '#renderer/lib/i18n/index.ts'
import {
  type Deviation,
  deviationDeed,
  deviationEvidence,
  deviationTitle,
} from './deviation-words.ts'

const inChinese = createI18n('zh-CN')
const text = (sentence: Sentence | null): string | null =>
  sentence === null ? null : inChinese.t(sentence.key, sentence.values)
const said = (explanation: WeightExplanation | null, off = -480): readonly (string | null)[] => {
  const problem: Deviation = {
    kind: 'deviates',
    gross: 5_000 + off,
    expected: 5_000,
    tolerance: 60,
    explanation,
  }
  return [deviationTitle(problem), deviationEvidence(problem), deviationDeed(problem)].map(text)
}
const names = { nameZh: '音箱', nameEn: 'Speaker' }
const goods = { sku: 'SKU-B', ...names }

describe('a weight that deviates is told', () => {
  it('with the unit that is likely missing, what it is concluded from, and what to count', () => {
    const evidence = { cartons: 31, unitWeight: 481, shift: -481 }
    const units = { kind: 'units', ...goods, delta: -1, confidence: 0.99, evidence } as const
    expect(said(units)).toEqual([
      '轻 0.48 kg：可能少 1\u00a0×\u00a0SKU-B',
      '从 31 箱学到一件约 481 g，这样会差 0.48 kg',
      '打开箱子，先点 SKU-B',
    ])
    expect(said({ ...units, evidence: { ...evidence, cartons: 0 } })[1]).toBe(
      '卖家填的一件 481 g，这样会差 0.48 kg',
    )
    expect(said({ ...units, delta: 2 }, 960)[0]).toBe('重 0.96 kg：可能多 2\u00a0×\u00a0SKU-B')
  })

  it('as one that no scale can explain, with the goods that are too light', () => {
    expect(said({ kind: 'hidden', goods: [goods] }, 60)).toEqual([
      '重 0.06 kg，称不出来',
      'SKU-B 一件太轻，秤看不出差几件',
      '打开箱子点一遍，和左边清单对',
    ])
  })

  it('without a name where several mistakes explain it, with what to count first', () => {
    const unclear = { kind: 'unclear' as const, goods: [goods, { ...goods, sku: 'SKU-C' }] }
    expect(said(unclear).slice(0, 2)).toEqual([
      '轻了 0.48 kg，打开点一遍',
      '几种差错都说得通，先点 SKU-B / SKU-C',
    ])
    expect(said({ kind: 'unclear', goods: [] })[1]).toBeNull()
  })

  it('as another box, or an empty one', () => {
    expect(said({ kind: 'box', boxType: 'C80', confidence: 0.99 }, 2_000)).toEqual([
      '重 2.00 kg：可能用的是箱型 C80',
      null,
      '看看箱型，不对就按 F2 改',
    ])
    expect(said({ kind: 'empty' })[0]).toBe('轻 0.48 kg：像是空箱')
  })
})
