import { gtinCheckDigit, isGtin } from './barcode.ts'

/** Separates elements of variable length in a GS1 element string. */
export const groupSeparator = '\u001D'

/** One element: its application identifier, e.g. `01`, and what stands after it. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** Lengths of elements that need no separator, AI included, by the first two digits (GS1 General Specifications 7.8.5). */
const fixedLengths: ReadonlyMap<string, number> = new Map([
  ['00', 20],
  ['01', 16],
  ['02', 16],
  ['03', 16],
  ['04', 18],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((ai) => [ai, 8] as const),
  ['20', 4],
  ...['31', '32', '33', '34', '35', '36'].map((ai) => [ai, 10] as const),
  ['41', 16],
])

/** How long an AI is, by its first two digits (GS1 General Specifications 3.2). */
const aiLengths: ReadonlyMap<string, number> = new Map([
  ...[
    '00',
    '01',
    '02',
    '03',
    '10',
    '11',
    '12',
    '13',
    '15',
    '16',
    '17',
    '20',
    '21',
    '22',
    '30',
    '37',
  ]
    .concat(Array.from({ length: 10 }, (_, digit) => `9${digit}`))
    .map((start) => [start, 2] as const),
  ...['23', '24', '25', '40', '41', '42', '71'].map((start) => [start, 3] as const),
  ...['31', '32', '33', '34', '35', '36', '39', '43', '70', '72', '80', '81', '82'].map(
    (start) => [start, 4] as const,
  ),
])

/** Longest value of variable length (GS1 General Specifications 3.2: most end at 20 or 30; URLs have 70, the others 90). */
const mostCharacters = 90

/** Values that can be proved wrong: SSCC, GTIN, dates and counts. */
const isValueRight = ({ ai, value }: Gs1Element): boolean => {
  switch (ai) {
    case '00':
      return /^\d{18}$/.test(value) && gtinCheckDigit(value.slice(0, -1)) === value.slice(-1)
    case '01':
    case '02':
      return value.length === 14 && isGtin(value)
    case '11':
    case '13':
    case '15':
    case '17':
      return /^\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(value)
    case '10':
    case '21':
      return value.length <= 20
    case '37':
      return /^\d{1,8}$/.test(value)
    default:
      return true
  }
}

/** The elements of a GS1 element string in their order, or null when it is none, or any part of it can be proved wrong. */
export const parseElements = (text: string): readonly Gs1Element[] | null => {
  const elements: Gs1Element[] = []
  let rest = text.startsWith(groupSeparator) ? text.slice(1) : text
  while (rest !== '') {
    const aiLength = aiLengths.get(rest.slice(0, 2))
    if (aiLength === undefined) return null
    const separator = rest.indexOf(groupSeparator)
    const end = separator < 0 ? rest.length : separator
    const length = fixedLengths.get(rest.slice(0, 2)) ?? end
    const element = { ai: rest.slice(0, aiLength), value: rest.slice(aiLength, length) }
    const isWhole = length <= end && element.value !== '' && /^\d+$/.test(element.ai)
    if (!isWhole || element.value.length > mostCharacters || !isValueRight(element)) return null
    elements.push(element)
    // A separator after an element of fixed length is one too many, and does no harm.
    rest = rest.slice(rest[length] === groupSeparator ? length + 1 : length)
  }
  return elements.length === 0 ? null : elements
}

/** Goods that an element string names. */
export interface GoodsElements {
  readonly gtin: string
  /** How many of them the labelled carton or pallet holds; null for the goods themselves. */
  readonly count: number | null
}

/**
 * The goods in a GS1 element string, or null. AI 01 is the thing that bears the label; AI 02 with 37 is what is in it and
 * how many. 37 says nothing beside 01, and 02 nothing without 37 (GS1 General Specifications 4.14).
 */
export const goodsInElements = (text: string): GoodsElements | null => {
  const elements = parseElements(text)
  const valueOf = (ai: string): string | undefined => elements?.find((one) => one.ai === ai)?.value
  const item = valueOf('01')
  if (item !== undefined) return { gtin: item, count: null }
  const content = valueOf('02')
  const count = Number(valueOf('37') ?? 0)
  return content === undefined || count < 1 ? null : { gtin: content, count }
}

/** The pallet that a logistic label names by its SSCC, or null when it names none, or goods as well. */
export const palletInElements = (text: string): string | null => {
  const elements = parseElements(text) ?? []
  const namesGoods = elements.some(({ ai }) => ai === '01' || ai === '02')
  return namesGoods ? null : (elements.find(({ ai }) => ai === '00')?.value ?? null)
}
