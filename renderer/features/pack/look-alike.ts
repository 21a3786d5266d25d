/** Words of a product name: separated by space or punctuation, so 黑色 in "便携蓝牙音箱 黑色" is one. */
const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s·,，、()（）/|]+/u).filter((word) => word !== '')

export interface LookAlike {
  /** The words of the scanned name that tell it apart. */
  readonly scanned: string
  /** The words that stand in their place in the name of what the order wants. */
  readonly wanted: string
  readonly sku: string
}

/** The ordered product that reads almost like `name`, and the words in which the two differ; null when none is close. */
export const lookAlike = (
  name: string,
  ordered: readonly { readonly sku: string; readonly name: string }[],
): LookAlike | null => {
  const scanned = wordsOf(name)
  let best: { readonly shared: number; readonly found: LookAlike } | null = null
  for (const candidate of ordered) {
    const wanted = wordsOf(candidate.name)
    if (wanted.length !== scanned.length) continue
    const differing = scanned.flatMap((word, index) => (word === wanted[index] ? [] : [index]))
    const shared = scanned.length - differing.length
    if (shared === 0 || differing.length === 0 || differing.length > shared) continue
    if (best !== null && shared <= best.shared) continue
    best = {
      shared,
      found: {
        scanned: differing.map((index) => scanned[index] ?? '').join(' '),
        wanted: differing.map((index) => wanted[index] ?? '').join(' '),
        sku: candidate.sku,
      },
    }
  }
  return best?.found ?? null
}
