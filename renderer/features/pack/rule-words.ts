import type { BenchOrder } from '#shared/contract/views.ts'
import { plainKilograms } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'

/** What an order asks of each of its cartons, in a few words each. */
export const ruleWords = ({
  maxSkus,
  maxUnits,
  maxGross,
  isApart,
}: BenchOrder['cartonRules']): readonly Sentence[] => [
  ...(maxSkus === null ? [] : [sentence('rule.skus', { count: maxSkus })]),
  ...(maxUnits === null ? [] : [sentence('rule.units', { max: maxUnits })]),
  ...(maxGross === null ? [] : [sentence('rule.gross', { max: plainKilograms(maxGross) })]),
  ...(isApart ? [sentence('rule.apart')] : []),
]
