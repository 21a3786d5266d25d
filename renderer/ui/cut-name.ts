/** Width of a name in half-width characters: Chinese ones count two. */
const widthOf = (graphemes: readonly string[]): number =>
  graphemes.reduce((sum, grapheme) => sum + (grapheme >= '\u2E80' ? 2 : 1), 0)

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const graphemesOf = (name: string): readonly string[] =>
  Array.from(segments.segment(name), ({ segment }) => segment)

/** Right-to-left letters and marks: such a name is never cut into pieces. */
const directional = /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Kept at the end: there stands what tells look-alikes apart ("黑色", "500 ml"). */
const tailWidth = 14

const lastOf = (graphemes: readonly string[], width: number): readonly string[] => {
  let from = graphemes.length
  while (from > 0 && widthOf(graphemes.slice(from - 1)) <= width) from -= 1
  return graphemes.slice(from)
}

const firstOf = (graphemes: readonly string[], width: number): readonly string[] => {
  let to = 0
  while (to < graphemes.length && widthOf(graphemes.slice(0, to + 1)) <= width) to += 1
  return graphemes.slice(0, to)
}

/** A name of at most `width` half-width characters: what is too much is left out before its last words. */
export const cutMiddle = (name: string, width: number): string => {
  if (name.length * 2 <= width || directional.test(name)) return name
  const graphemes = graphemesOf(name)
  if (widthOf(graphemes) <= width) return name
  const tail = lastOf(graphemes, tailWidth)
  const head = firstOf(graphemes, width - widthOf(tail) - 1)
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`
}

/** A name in two parts for one line: the head may be cut by the browser, the tail is always shown. */
export const splitTail = (name: string): readonly [head: string, tail: string] => {
  if (name.length < 14 || directional.test(name)) return [name, '']
  const graphemes = graphemesOf(name)
  const tail = lastOf(graphemes, 6)
  return [graphemes.slice(0, graphemes.length - tail.length).join(''), tail.join('')]
}
