/** One word of a product name. */
export interface NameWord {
  /** As it is printed in the name. */
  readonly text: string
  /** The same for any spelling: lower case, without spaces. */
  readonly key: string
  /** A colour, a size or a measure: what variants of one product differ in. */
  readonly tells: boolean
}

const shades =
  '(?:[深浅暗亮米乳奶象牙玫瑰酒藏天湖军墨翠荧光香槟珍珠暖冷纯哑]{0,2})[黑白红蓝绿黄灰粉紫橙棕金银青咖褐杏米驼]'
const hanTelling = new RegExp(
  `${shades}[色款]|透明|米白|暖白|冷白|(?:特大|加大|超大|特小|迷你|均|大|中|小)[号码款]`,
  'gu',
)
/** Alone they tell only where a run of characters begins or ends with them: 黑咖啡杯, not 咖啡黑板贴. */
const hanEdge = /^[黑白红蓝绿黄灰粉紫橙棕大中小]|[黑白红蓝绿黄灰粉紫橙棕]$/u

const english = new Set(
  (
    'black white red blue green yellow grey gray pink purple orange brown gold golden silver beige navy ivory cream ' +
    'khaki teal cyan magenta violet turquoise maroon burgundy olive tan charcoal transparent clear rgb bk wh gy ' +
    'rd bl gn xs small medium large mini left right men women kids s m l'
  ).split(' '),
)
const letterSize = /^(?:\d{0,2}x{1,4}[sl]|\d{1,2}xl)$/
const measured = /\d/

const units =
  'ml|毫升|cl|l|升|cm|厘米|公分|mm|毫米|km|m|米|mg|毫克|kg|千克|公斤|g|克|吨|oz|lbs?|kw|w|瓦|mah|毫安时?|wh|v|伏|寸|英寸|inch|in|ft|' +
  'gb|tb|mb|lm|流明|只|个|支|件套?|片|包|条|卷|双|对|套|块|颗|粒|pcs|packs?|sets?'
/** A letter size, a number with its unit, a Latin word, or a run of Chinese characters. */
const parts = new RegExp(
  [
    '(?<![\\p{Script=Latin}\\d])\\d{0,2}x{1,4}[sl](?![\\p{Script=Latin}\\d])',
    `\\d+(?:[.,]\\d+)?(?:\\s*[x×*]\\s*\\d+(?:[.,]\\d+)?)*(?:\\s*(?:${units})(?![\\p{Script=Latin}]))?`,
    "\\p{Script=Latin}[\\p{Script=Latin}\\d]*(?:['’-][\\p{Script=Latin}\\d]+)*",
    '\\p{Script=Han}+',
    '(?:(?![\\p{Script=Latin}\\p{Script=Han}])\\p{L}|\\p{M})+',
  ].join('|'),
  'giu',
)

const word = (text: string, tells: boolean): NameWord => ({
  text,
  key: text.toLowerCase().replace(/\s+/gu, ''),
  tells,
})

/** Splits off a colour or size that stands at the edge of a run. */
const edgeWords = (run: string): readonly NameWord[] => {
  const edge = run.length < 3 ? null : hanEdge.exec(run)
  if (edge === null) return [word(run, false)]
  const [letter] = edge
  return edge.index === 0
    ? [word(letter, true), word(run.slice(1), false)]
    : [word(run.slice(0, -1), false), word(letter, true)]
}

const hanWords = (run: string): readonly NameWord[] => {
  const words: NameWord[] = []
  let end = 0
  for (const { 0: text, index } of run.matchAll(hanTelling)) {
    if (index > end) words.push(word(run.slice(end, index), false))
    words.push(word(text, true))
    end = index + text.length
  }
  if (end === 0) return edgeWords(run)
  return end < run.length ? [...words, word(run.slice(end), false)] : words
}

/** The words of a product name, Chinese or any other, in their order. */
export const nameWords = (name: string): readonly NameWord[] =>
  (name.normalize('NFKC').match(parts) ?? []).flatMap((text) => {
    if (/^\p{Script=Han}/u.test(text)) return hanWords(text)
    const { key } = word(text, false)
    return [word(text, english.has(key) || letterSize.test(key) || measured.test(key.slice(0, 1)))]
  })
