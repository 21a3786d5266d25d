import { type NameWord, nameWords } from './name-words.ts'

/** Goods as a packer reads them. */
export interface NamedGoods {
  readonly sku: string
  readonly name: string
}

/** Goods that are easily taken for some others, and the words in which each differs from them. */
export interface LookAlike {
  readonly sku: string
  /** Of the goods that were asked about. */
  readonly own: string
  /** Of the look-alike. */
  readonly other: string
}

export interface LookAlikes {
  /** Goods of the order that look like these, the closest first; they themselves are none. */
  of(goods: NamedGoods): readonly LookAlike[]
}

interface Read extends NamedGoods {
  readonly words: readonly NameWord[]
}

/** So many names that differ in one place are a series, such as "part 1" to "part 400": nobody takes those for one another. */
const seriesFrom = 25

const read = ({ sku, name }: NamedGoods): Read => ({ sku, name, words: nameWords(name) })

/** What SKUs of one family share: all before the last separator, or the first two thirds. */
const family = (sku: string): string | null => {
  const end = Math.max(...['-', '_', '.', '/', ' '].map((separator) => sku.lastIndexOf(separator)))
  if (end >= 2) return sku.slice(0, end)
  return sku.length < 4 ? null : sku.slice(0, Math.ceil((sku.length * 2) / 3))
}

/**
 * Two names share a key when one may be taken for the other: variants of one product, or all words but one the same,
 * where at least two are the same or the SKUs are of one family.
 */
const keysOf = ({ sku, words }: Read): readonly string[] => {
  const keys = words.map(({ key }) => key)
  const stem = words.filter(({ tells }) => !tells).map(({ key }) => key)
  const own = stem.length === 0 ? [] : [`stem ${stem.join(' ')}`]
  const kin = family(sku)
  const scope = keys.length > 2 ? 'any' : kin === null || keys.length < 2 ? null : `kin ${kin}`
  if (scope === null) return own
  const oneOff = keys.map((_, at) => `${scope} ${at} ${keys.with(at, '*').join(' ')}`)
  return [...own, ...oneOff]
}

const only = (words: readonly NameWord[], others: readonly NameWord[]): readonly NameWord[] => {
  const known = new Set(others.map(({ key }) => key))
  return words.filter(({ key }) => !known.has(key))
}

const spoken = (words: readonly NameWord[]): string => words.map(({ text }) => text).join(' ')

/** Where the names do not tell, the SKUs do. */
const difference = (own: Read, other: Read): LookAlike & { readonly words: number } => {
  const mine = only(own.words, other.words)
  const theirs = only(other.words, own.words)
  const words = mine.length + theirs.length
  return mine.length === 0 || theirs.length === 0
    ? { sku: other.sku, own: own.sku, other: other.sku, words }
    : { sku: other.sku, own: spoken(mine), other: spoken(theirs), words }
}

const indexed = (goods: readonly NamedGoods[]): ReadonlyMap<string, readonly Read[]> => {
  const index = new Map<string, Read[]>()
  for (const item of goods) {
    const known = read(item)
    for (const key of keysOf(known)) {
      const list = index.get(key)
      if (list === undefined) index.set(key, [known])
      else list.push(known)
    }
  }
  return index
}

/** Reads the names of an order's goods once; each answer then costs a few look-ups, however many they are. */
export const lookAlikesAmong = (goods: readonly NamedGoods[]): LookAlikes => {
  const index = indexed(goods)
  return {
    of: (asked) => {
      const own = read(asked)
      const found = new Map<string, Read>()
      for (const key of keysOf(own)) {
        const alike = index.get(key) ?? []
        if (alike.length >= seriesFrom) continue
        for (const other of alike) if (other.sku !== own.sku) found.set(other.sku, other)
      }
      return Array.from(found.values(), (other) => difference(own, other))
        .toSorted((a, b) => a.words - b.words)
        .map(({ sku, own: mine, other }) => ({ sku, own: mine, other }))
    },
  }
}
