import type { WeighProblem, WeightExplanation } from '#shared/contract/views.ts'
import { aboutKilograms } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'

export type Deviation = Extract<WeighProblem, { kind: 'deviates' }>
type Likely = Extract<WeightExplanation, { kind: 'units' | 'swap' }>

const skus = (goods: readonly { readonly sku: string }[]): string =>
  goods.map(({ sku }) => sku).join(' / ')

/** How far the weight is off, and the likeliest mistake where there is one. */
export const deviationTitle = ({ gross, expected, explanation }: Deviation): Sentence => {
  const kg = aboutKilograms(Math.abs(gross - expected))
  const way = gross > expected ? 'heavier' : 'lighter'
  switch (explanation?.kind) {
    case 'units': {
      const { delta, sku } = explanation
      return sentence(delta < 0 ? 'weigh.fewer' : 'weigh.more', { kg, units: Math.abs(delta), sku })
    }
    case 'swap': {
      const { sku, instead } = explanation
      return sentence(`weigh.swapped.${way}`, { kg, sku, instead: instead.sku })
    }
    case 'box':
      return sentence(`weigh.otherBox.${way}`, { kg, box: explanation.boxType })
    case 'empty':
      return sentence('weigh.emptyBox', { kg })
    case 'hidden':
      return sentence(`weigh.hidden.${way}`, { kg })
    default:
      return sentence(`weigh.${way}`, { kg })
  }
}

const evidence = ({ evidence: { cartons, unitWeight, shift } }: Likely): Sentence => {
  const facts = { grams: unitWeight, shift: aboutKilograms(Math.abs(shift)) }
  return cartons === 0
    ? sentence('weigh.stated', facts)
    : sentence('weigh.learned', { ...facts, count: cartons })
}

/** What speaks for it, or why no mistake is named. */
export const deviationEvidence = ({ explanation }: Deviation): Sentence | null => {
  switch (explanation?.kind) {
    case 'units':
    case 'swap':
      return evidence(explanation)
    case 'hidden':
      return sentence('weigh.hidden.why', { skus: skus(explanation.goods) })
    case 'unclear':
      return explanation.goods.length < 2
        ? null
        : sentence('weigh.unclear.why', { skus: skus(explanation.goods) })
    default:
      return null
  }
}

/** What to look at first. */
export const deviationDeed = ({ explanation }: Deviation): Sentence => {
  switch (explanation?.kind) {
    case 'units':
    case 'swap':
      return sentence('weigh.count.do', { sku: explanation.sku })
    case 'box':
      return sentence('weigh.box.do')
    default:
      return sentence('weigh.deviates.do')
  }
}
