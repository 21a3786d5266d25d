import { type CartonCode, parseCartonCode } from './carton-code.ts'
import { displayText, type ReadScan } from './scan-code.ts'

/** What somebody looks for, scanned or typed. It is only ever compared, never carried out. */
export type SearchText =
  /** A whole carton code, the QR of a mark, or the temporary label of a parked carton. */
  | { readonly kind: 'carton'; readonly code: CartonCode }
  | {
      readonly kind: 'text'
      /** One line, printable. */
      readonly text: string
      /** Codes that goods may bear, most exact first. */
      readonly candidates: readonly string[]
      /** The beginning of carton codes, or the end of them with or without the check character; null when it can be neither. */
      readonly part: { readonly of: 'start' | 'end'; readonly text: string } | null
      readonly cartonNo: number | null
      /** A carton number of one order. */
      readonly numbered: { readonly orderNo: string; readonly cartonNo: number } | null
    }
  | { readonly kind: 'unusable'; readonly why: 'search-too-short' | 'search-unreadable' }

/** Fewer characters are part of nearly every code; a carton number may have one digit. */
const shortestSearch = 2
const startOfCode = /^LS\d{1,10}$/
/** Four digits or more: fewer end too many codes. */
const endOfCode = /^\d{4,10}[0-9A-Z]?$/
const wholeCode = /^LS\d{10}[0-9A-Z]$/
const number = /^#?(\d{1,6})$/
const orderAndNumber = /^(\S.{0,31}?)(?:\s*[#/]\s*|\s+)(\d{1,6})$/u

const partOf = (text: string): Extract<SearchText, { kind: 'text' }>['part'] => {
  const upper = text.toUpperCase()
  if (startOfCode.test(upper)) return { of: 'start', text: upper }
  return endOfCode.test(upper) ? { of: 'end', text: upper } : null
}

const numberOf = (digits: string | undefined): number | null =>
  digits === undefined || Number(digits) === 0 ? null : Number(digits)

/** What can be looked for. */
export const parseSearch = (text: string, readScan: ReadScan): SearchText => {
  const code = readScan(text)
  const shown = displayText(text)
  const typed = parseCartonCode(shown.toUpperCase())
  if (typed !== null) return { kind: 'carton', code: typed }
  switch (code.kind) {
    case 'carton-code':
      return { kind: 'carton', code: code.code }
    case 'mark':
      return { kind: 'carton', code: code.mark.code }
    case 'command':
      return code.command.name === 'resume'
        ? { kind: 'carton', code: code.command.carton }
        : { kind: 'unusable', why: 'search-unreadable' }
    case 'garbage':
      return { kind: 'unusable', why: code.text === '' ? 'search-too-short' : 'search-unreadable' }
    case 'pallet':
      return textSearch(code.sscc, [code.sscc])
    case 'broken-mark':
      return code.text.includes(';') || wholeCode.test(code.text)
        ? { kind: 'unusable', why: 'search-unreadable' }
        : textSearch(code.text, [])
    case 'goods':
      return textSearch(code.text, [...code.candidates, ...(code.content?.candidates ?? [])])
  }
}

const textSearch = (text: string, candidates: readonly string[]): SearchText => {
  const cartonNo = numberOf(number.exec(text)?.[1])
  const [, orderNo, digits] = orderAndNumber.exec(text) ?? []
  const numberInOrder = numberOf(digits)
  if (text.length < shortestSearch && cartonNo === null) {
    return { kind: 'unusable', why: 'search-too-short' }
  }
  return {
    kind: 'text',
    text,
    candidates,
    part: partOf(text),
    cartonNo,
    numbered:
      orderNo === undefined || numberInOrder === null ? null : { orderNo, cartonNo: numberInOrder },
  }
}

/** As a part of a text in SQL's LIKE, whose escape character is a backslash. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
