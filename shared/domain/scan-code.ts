import { gtinForms } from './barcode.ts'
import { parseCartonCode, type CartonCode } from './carton-code.ts'
import { type Command, parseCommand } from './command-code.ts'
import { goodsInElements, groupSeparator, palletInElements } from './element-string.ts'

/** What the bytes of one scan are, before anybody asks what they mean for the open carton. */
export type ScanCode =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'carton-code'; readonly code: CartonCode }
  | { readonly kind: 'mark'; readonly mark: MarkRead }
  /** Looks like a carton code or mark, but its check character, digest or shape is wrong. */
  | { readonly kind: 'broken-mark'; readonly text: string }
  /** The SSCC of a logistic label: 18 digits, the last of them a right check digit. */
  | { readonly kind: 'pallet'; readonly sscc: string }
  /** Goods, whose candidates have a GTIN in each of its forms (UPC-A also as EAN-13 with a leading 0, GTIN-14 …). */
  | ({ readonly kind: 'goods'; readonly text: string } & ScannedGoods)
  /** Nothing usable: empty, too long, or control characters only. `text` is cleaned and cut for display. */
  | { readonly kind: 'garbage'; readonly text: string }

/** What goods may be known by. */
export interface ScannedGoods {
  /** To look up, most exact first. */
  readonly candidates: readonly string[]
  /** Of a GS1 label that names what is in a carton and how many of it: to look up when nothing bears the code itself. */
  readonly content?: { readonly candidates: readonly string[]; readonly count: number }
}

/** What a box mark's QR says of its carton. */
export interface MarkRead {
  readonly code: CartonCode
  readonly orderNo: string
  readonly warehouse: string
  readonly cartonNo: number
  readonly revision: number
  readonly digest: string
}

/** Longest scan that is looked at, in characters: a full box-mark QR holds 779. Longer ones are garbage. */
export const maxScanLength = 1024

/** Stands for what a scanner sent and nobody could read; a scan with one is garbage. */
export const unreadable = '\uFFFD'

/** How much of a scan is shown, in characters. */
const maxDisplayLength = 48
/** Framing (STX, ETX, CR, LF, TAB …), invisible format characters, lone surrogates, line separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** AIM symbology identifier (ISO/IEC 15424), e.g. `]C1`. */
const aimId = /^\][A-Za-z][0-9A-Za-z]/
/** AIM ids of symbols that hold GS1 element strings. */
const gs1Ids: ReadonlySet<string> = new Set([']C1', ']e0', ']d2', ']Q3', ']J1'])
/** What only Linkstar prints: a carton code of any length, or the beginning of a mark's QR. */
const markLike = /^LS(\d+[0-9A-Z]?|C\d*(;.*)?)$/su

/** What nearly every scan consists of, which needs no cleaning. */
const plain = /^[!-~]*$/
const withoutUnprintable = (text: string): string =>
  plain.test(text) ? text : text.replace(unprintable, '').trim()

/** Scanned text as it may be shown: one line, printable, at most 48 characters. */
export const displayText = (text: string): string => {
  const clean = withoutUnprintable(text.slice(0, maxScanLength)).replace(/\s+/gu, ' ')
  if (clean.length <= maxDisplayLength) return clean
  let shown = ''
  for (const character of clean) {
    if (shown.length + character.length > maxDisplayLength - 1) break
    shown += character
  }
  return `${shown}…`
}

/** Whether a text, which still holds its separators, is read as GS1 elements. Scanners may leave the AIM id out. */
const holdsElements = (text: string, symbology: string): boolean =>
  gs1Ids.has(symbology) || text.includes(groupSeparator) || /^(0[12]\d{14}|00\d{18}$)/.test(text)

const scannedGoods = (text: string, isGs1: boolean): ScannedGoods => {
  const own = gtinForms(withoutUnprintable(text))
  const named = isGs1 ? goodsInElements(text) : null
  if (named === null) return { candidates: own }
  const forms = gtinForms(named.gtin)
  return named.count === null
    ? { candidates: [...new Set([...own, ...forms])] }
    : { candidates: own, content: { candidates: forms, count: named.count } }
}

/** What a scan is. */
export type ReadScan = (text: string) => ScanCode

/** Everybody at the bench asks what the same scan is, one after the other: it is worked out once. */
export const createScanReader = (readMark: (text: string) => MarkRead | null): ReadScan => {
  let last: { readonly text: string; readonly code: ScanCode } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, code: classifyScan(text, readMark) }
    return last.code
  }
}

const garbage = (text: string): ScanCode => ({ kind: 'garbage', text: displayText(text) })

/**
 * What a scan is. `readMark` reads the QR of a box mark and gives null when its shape or digest is wrong. Case counts:
 * a carton code in lower case is not one.
 */
export const classifyScan = (
  text: string,
  readMark: (text: string) => MarkRead | null,
): ScanCode => {
  if (text.length > maxScanLength || text.includes(unreadable)) return garbage(text)
  const framed = plain.test(text)
    ? text
    : text
        .replace(unprintable, (character) => (character === groupSeparator ? character : ''))
        .trim()
  const symbology = aimId.exec(framed)?.[0] ?? ''
  const data = framed.slice(symbology.length)
  const bare = withoutUnprintable(data)
  if (bare === '') return garbage(text)

  const command = parseCommand(bare)
  if (command !== null) return { kind: 'command', command }
  const code = parseCartonCode(bare)
  if (code !== null) return { kind: 'carton-code', code }
  if (markLike.test(bare)) {
    const mark = readMark(bare)
    return mark === null ? { kind: 'broken-mark', text: bare } : { kind: 'mark', mark }
  }
  const isGs1 = holdsElements(data, symbology)
  const sscc = isGs1 ? palletInElements(data) : null
  if (sscc !== null) return { kind: 'pallet', sscc }
  return { kind: 'goods', text: bare, ...scannedGoods(data, isGs1) }
}
