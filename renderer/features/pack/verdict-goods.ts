import { exceptionKinds, mostPhotos } from '#shared/domain/goods-exception.ts'
import type { LookAlike } from '#shared/domain/look-alike.ts'
import type { BenchLine, FeedbackView, Language } from '#shared/contract/views.ts'
import { localName, shortCode } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { cartonRows } from './carton-rows.ts'
import type { BenchMirror } from './mirror.ts'

/** The product that was scanned. `line` is its line of the order, when it has one. */
export interface Goods {
  readonly sku: string
  readonly nameZh: string
  readonly nameEn: string
  readonly line: BenchLine | null
}

/** The huge thing in the middle. */
export type Hero =
  /** `of`: as many as the list wants; null where nobody planned it. */
  | { readonly kind: 'count'; readonly count: number; readonly of: number | null }
  | { readonly kind: 'words'; readonly words: string }

export const scannedGoods = (mirror: BenchMirror, feedback: FeedbackView): Goods | null => {
  if (feedback.sku === null) return null
  const line = mirror.lines.get(feedback.sku) ?? null
  return {
    sku: feedback.sku,
    nameZh: feedback.nameZh ?? line?.nameZh ?? feedback.sku,
    nameEn: feedback.nameEn ?? line?.nameEn ?? feedback.sku,
    line,
  }
}

/** Goods of the order that are easily taken for these, the closest first. */
export const lookAlikesOf = (
  mirror: BenchMirror,
  goods: Goods,
  language: Language,
): readonly LookAlike[] =>
  mirror.lookAlikes[language].of({
    sku: goods.sku,
    name: localName(language, goods.nameZh, goods.nameEn),
  })

/** So many are named; of more it is said how many there are. */
const named = 3

/** The word that tells accepted goods from others of the order which look the same; null where none do. */
export const tellingWord = (
  mirror: BenchMirror,
  goods: Goods,
  language: Language,
): Sentence | null => {
  const alike = lookAlikesOf(mirror, goods, language)
  if (alike.length === 0) return null
  const shown = alike.slice(0, named)
  const join = (words: readonly string[], by: string): string => [...new Set(words)].join(by)
  const values = {
    own: join(
      shown.map(({ own }) => own),
      ' ',
    ),
    others: join(
      shown.map(({ other }) => other),
      language === 'en' ? ', ' : '、',
    ),
  }
  return alike.length > named
    ? sentence('verdict.lookAlikeMany', { ...values, skus: alike.length })
    : sentence('verdict.lookAlike', values)
}

interface Heroic {
  readonly caption: Sentence | null
  readonly hero: Hero | null
}

const words = (text: string): Heroic => ({
  caption: sentence('verdict.scanned'),
  hero: { kind: 'words', words: text },
})

const inThisCarton = (mirror: BenchMirror, goods: Goods): Heroic => {
  const inCarton = mirror.progress.get(goods.sku)?.inCarton ?? 0
  const { carton } = mirror.state
  const row = carton === null ? [] : cartonRows(carton).filter(({ sku }) => sku === goods.sku)
  const of = row[0]?.planned ?? null
  return {
    caption: sentence('verdict.inCarton'),
    hero: { kind: 'count', count: inCarton, of },
  }
}

/** What is drawn huge: the count in this carton, or what was picked up wrongly. */
export const verdictHero = (
  mirror: BenchMirror,
  feedback: FeedbackView,
  goods: Goods | null,
  language: Language,
): Heroic => {
  if (feedback.outcome === 'unknown-code') return words(shortCode(feedback.text))
  if (feedback.outcome === 'mark-other-carton') {
    return words(String(feedback.facts['cartonCode'] ?? feedback.text))
  }
  if (feedback.outcome === 'mark-planned') {
    const { units: count } = feedback
    return { caption: sentence('verdict.toPack'), hero: { kind: 'count', count, of: null } }
  }
  const { palletNo, cartons } = feedback.facts
  if (palletNo !== undefined && typeof cartons === 'number') {
    const caption = sentence('verdict.onPallet', { no: palletNo })
    return { caption, hero: { kind: 'count', count: cartons, of: null } }
  }
  const exception = exceptionKinds.find((kind) => kind === feedback.facts['kind'])
  if (feedback.outcome === 'exception-noted' && exception !== undefined) {
    const { units: count } = feedback
    const caption = sentence(`exceptionKind.${exception}`)
    return { caption, hero: { kind: 'count', count, of: null } }
  }
  if (feedback.outcome === 'photo-open' || feedback.outcome === 'photo-kept') {
    const { units: count } = feedback
    return { caption: sentence('verdict.photos'), hero: { kind: 'count', count, of: mostPhotos } }
  }
  if (goods === null) return { caption: null, hero: null }
  const name = localName(language, goods.nameZh, goods.nameEn)
  switch (feedback.outcome) {
    case 'not-in-order':
      return words(lookAlikesOf(mirror, goods, language)[0]?.own ?? name)
    case 'needs-unit-label':
    case 'mixing-forbidden':
    case 'not-in-plan':
    case 'mark-expected':
    case 'over-limit':
    case 'carton-full':
      return words(name)
    case 'line-complete':
      return {
        caption: sentence('verdict.inOrder'),
        hero: { kind: 'count', count: mirror.progress.get(goods.sku)?.packed ?? 0, of: null },
      }
    default:
      return inThisCarton(mirror, goods)
  }
}
