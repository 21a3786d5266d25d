import type { WeightExplanation as SessionExplanation } from '#shared/domain/explain-weight.ts'
import type { Sku, SkuInfo } from '#shared/domain/order.ts'
import type {
  PackAnswer,
  WeighProblem as SessionWeighProblem,
} from '#shared/domain/pack-session.ts'
import { displayText } from '#shared/domain/scan-code.ts'
import type {
  BenchState,
  FeedbackView,
  WeighProblem,
  WeightExplanation,
} from '#shared/contract/views.ts'

type Recent = BenchState['recent']

/** The answers the packer sees: the latest, and a short trail of what came before. */
export interface AnswerBook {
  make(answer: PackAnswer, text: string): FeedbackView
  add(view: FeedbackView): void
  /** Nothing to answer any more; the trail stays. */
  clear(): void
  /** After a restart: the answer that keeps scanning locked. */
  restore(lock: FeedbackView | null): void
  latest(): FeedbackView | null
  recent(): Recent
  /** Puts names to the goods of a weight problem. */
  nameGoods(problem: SessionWeighProblem): WeighProblem
}

const trail = 12

/** @param infoOf what is known of goods: by the order in hand, or anywhere */
export const createAnswerBook = (
  infoOf: (sku: Sku, where: 'order' | 'anywhere') => SkuInfo | null,
): AnswerBook => {
  let seq = 0
  let latest: FeedbackView | null = null
  let recent: Recent = []

  const names = (sku: Sku, where: 'order' | 'anywhere' = 'order') => {
    const info = infoOf(sku, where)
    return { nameZh: info?.nameZh ?? sku, nameEn: info?.nameEn ?? sku }
  }

  const goods = (sku: Sku) => ({ sku, ...names(sku) })

  const explained = (explanation: SessionExplanation): WeightExplanation => {
    switch (explanation.kind) {
      case 'units':
        return { ...explanation, ...names(explanation.sku) }
      case 'swap':
        return { ...explanation, ...names(explanation.sku), instead: goods(explanation.instead) }
      case 'box':
      case 'empty':
        return explanation
      case 'hidden':
      case 'unclear':
        return { kind: explanation.kind, goods: explanation.skus.map(goods) }
    }
  }

  return {
    make: (answer, text) => ({
      seq: seq + 1,
      outcome: answer.outcome,
      units: answer.units,
      sku: answer.sku,
      ...(answer.sku === null
        ? { nameZh: null, nameEn: null }
        : names(answer.sku, answer.outcome === 'not-in-order' ? 'anywhere' : 'order')),
      text: displayText(text),
      facts: { ...answer.facts },
    }),
    add: (view) => {
      seq = view.seq
      latest = view
      const { outcome, units, sku, text } = view
      recent = [{ seq, outcome, units, sku, text }, ...recent.slice(0, trail - 1)]
    },
    clear: () => {
      latest = null
    },
    restore: (lock) => {
      latest = lock
      seq = lock?.seq ?? 0
    },
    latest: () => latest,
    recent: () => recent,
    nameGoods: (problem) => {
      if (problem.kind === 'over-limit') {
        return {
          ...problem,
          remove: problem.remove.map((item) => ({ ...item, ...names(item.sku) })),
        }
      }
      const { explanation } = problem
      return { ...problem, explanation: explanation === null ? null : explained(explanation) }
    },
  }
}
