import { base32 } from './base32.ts'
import type { BoxMarkInput, BoxMarkItem } from './box-mark.ts'
import { parseCartonCode } from './carton-code.ts'
import type { MarkRead } from './scan-code.ts'

/** SHA-256 of the UTF-8 bytes of `text`. */
export type Sha256 = (text: string) => Uint8Array

/** Bytes that a QR code of version 22 with error correction M (105 modules) holds in byte mode: ISO/IEC 18004, table 7. */
export const markTextLength = 779

const digestLength = 12
const partPattern =
  /^LSC1;C=([^;]*);O=([^;]*);W=([^;]*);N=([1-9]\d*);R=(0|[1-9]\d*);D=([A-Z2-7]{12});S=([^;]*)$/
const itemPattern = /^([^*,]+)\*[1-9]\d*$/
const restPattern = /^\+[1-9]\d*$/
// Printable ASCII but the marks that separate parts.
const encodedPattern = /^(?:[ -$&-)+\-./0-:<>-~]|%[0-9A-F]{2})*$/

const percentEncode = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^ -~]|[%;,*=]/gu, (character) =>
      character === '*' ? '%2A' : encodeURIComponent(character),
    )

/** The text that `encoded` stands for, or null when it is not exactly what `percentEncode` makes of it. */
const percentDecode = (encoded: string): string | null => {
  if (!encodedPattern.test(encoded)) return null
  try {
    const text = decodeURIComponent(encoded)
    return percentEncode(text) === encoded ? text : null
  } catch {
    return null
  }
}

/** UTF-8 sorts like its code points. */
const byBytes = (left: string, right: string): number => {
  const others = Array.from(right, (character) => character.codePointAt(0) ?? 0)
  let index = 0
  for (const character of left) {
    const other = others[index]
    if (other === undefined) return 1
    const difference = (character.codePointAt(0) ?? 0) - other
    if (difference !== 0) return difference
    index += 1
  }
  return index - others.length
}

const itemTexts = (items: MarkContents['items']): readonly string[] =>
  items
    .map(({ sku, quantity }) => ({ sku: sku.toWellFormed(), quantity }))
    .toSorted((left, right) => byBytes(left.sku, right.sku))
    .map(({ sku, quantity }) => `${percentEncode(sku)}*${quantity}`)

/** As many whole SKUs as fit into `room` characters, and how many were left out. */
const cut = (texts: readonly string[], room: number): string => {
  const all = texts.join(',')
  if (all.length <= room) return all
  let kept = texts.length - 1
  let text = ''
  do {
    text = [...texts.slice(0, kept), `+${texts.length - kept}`].join(',')
    kept -= 1
  } while (text.length > room && kept >= 0)
  return text
}

const digestOf = (parts: readonly string[], items: string, sha256: Sha256): string =>
  base32(sha256([...parts, items].join('|')), digestLength)

/** What a mark says of its carton. */
export interface MarkContents extends Pick<
  BoxMarkInput,
  'cartonCode' | 'orderNo' | 'cartonNo' | 'revision'
> {
  readonly warehouse: Pick<BoxMarkInput['warehouse'], 'code'>
  readonly items: readonly Pick<BoxMarkItem, 'sku' | 'quantity'>[]
}

const partsOf = (input: MarkContents): readonly string[] => [
  percentEncode(input.cartonCode),
  percentEncode(input.orderNo),
  percentEncode(input.warehouse.code),
  String(input.cartonNo),
  String(input.revision),
]

/** The digest `D` that the QR of a carton with these contents bears. */
export const markDigest = (input: MarkContents, sha256: Sha256): string =>
  digestOf(partsOf(input), itemTexts(input.items).join(','), sha256)

/** The text of a box mark's QR code, version 1 (`LSC1`): ASCII, at most `markTextLength` characters. */
export const markPayload = (input: MarkContents, sha256: Sha256): string => {
  const parts = partsOf(input)
  const [code, order, warehouse] = parts
  const texts = itemTexts(input.items)
  const digest = digestOf(parts, texts.join(','), sha256)
  const head = `LSC1;C=${code};O=${order};W=${warehouse};N=${input.cartonNo};R=${input.revision};D=${digest};S=`
  return head + cut(texts, markTextLength - head.length)
}

/**
 * What a box mark's QR says, or null when its shape, its carton code's check character or its digest is wrong.
 * The digest of a text that leaves SKUs out (`,+<n>`) cannot be verified and is taken as it stands.
 */
export const parseMark = (text: string, sha256: Sha256): MarkRead | null => {
  if (text.length > markTextLength) return null
  const match = partPattern.exec(text)
  if (match === null) return null
  const [
    ,
    codeText = '',
    order = '',
    warehouse = '',
    cartonNo = '',
    revision = '',
    digest = '',
    items = '',
  ] = match
  const code = parseCartonCode(codeText)
  const orderNo = percentDecode(order)
  const warehouseCode = percentDecode(warehouse)
  if (code === null || !orderNo || !warehouseCode) return null

  const texts = items === '' ? [] : items.split(',')
  const isCut = restPattern.test(texts.at(-1) ?? '')
  for (const item of isCut ? texts.slice(0, -1) : texts) {
    const [, sku] = itemPattern.exec(item) ?? []
    if (sku === undefined || percentDecode(sku) === null) return null
  }
  if (!isCut && digestOf([code, order, warehouse, cartonNo, revision], items, sha256) !== digest)
    return null
  const numbers = { cartonNo: Number(cartonNo), revision: Number(revision) }
  if (!Object.values(numbers).every(Number.isSafeInteger)) return null
  return { code, orderNo, warehouse: warehouseCode, ...numbers, digest }
}
