import type { SheetChoice } from '#shared/domain/sheet-column.ts'
import type { SheetFaultCode } from '#shared/domain/sheet-fault.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FaultValues } from './fault-book.ts'
import type { SheetCell } from './grid.ts'

export interface CellFault {
  readonly code: SheetFaultCode
  readonly values?: FaultValues
}

/** Makes a value of a cell that holds something. */
export type ReadCell<T> = (cell: SheetCell) => Result<T, CellFault>

const fault = (
  code: SheetFaultCode,
  values?: FaultValues,
): { readonly ok: false; readonly error: CellFault } =>
  err(values === undefined ? { code } : { code, values })

// As the contract of the Linkstar API has it: C0, DEL, C1 and the two Unicode line breaks.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u
/** Excel shows and saves long numbers so: digits are lost. */
const scientific = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i
/** A number of Excel holds 15 digits; the 16th is not what was typed. */
const exactBelow = 1e15

/** Digits as they are counted with, whatever width they were typed in. */
export const plainText = (text: string): string => text.normalize('NFKC').trim()

const cellText: ReadCell<string> = (cell) => {
  switch (cell.kind) {
    case 'text':
      return ok(cell.text)
    case 'number':
      // A code of digits that Excel took for a number: whole and exact, it is still what was typed.
      return Number.isInteger(cell.number) && Math.abs(cell.number) < exactBelow
        ? ok(String(cell.number))
        : fault('changed-by-excel')
    case 'date':
    case 'yes-no':
      return fault('changed-by-excel')
    default:
      return fault(cell.kind)
  }
}

/** One line of text of at most `max` characters. */
export const lineOf =
  (max: number): ReadCell<string> =>
  (cell) => {
    const text = cellText(cell)
    if (!text.ok) return text
    if (control.test(text.value) || !text.value.isWellFormed()) return fault('control-characters')
    return text.value.length > max ? fault('too-long', { max }) : text
  }

/** A code that must not have gone through a number with too few digits. */
export const codeOf =
  (max: number): ReadCell<string> =>
  (cell) => {
    const line = lineOf(max)(cell)
    return line.ok && scientific.test(line.value) ? fault('scientific') : line
  }

/** A code of this shape, or this fault. */
export const shapedCode =
  (max: number, isRight: (text: string) => boolean, code: SheetFaultCode): ReadCell<string> =>
  (cell) => {
    const text = codeOf(max)(cell)
    return !text.ok || isRight(text.value) ? text : fault(code)
  }

const numberText: ReadCell<string> = (cell) => {
  if (cell.kind === 'number') return ok(String(Number(cell.number.toPrecision(15))))
  if (cell.kind === 'text') return ok(plainText(cell.text))
  return cell.kind === 'date' || cell.kind === 'yes-no'
    ? fault('changed-by-excel')
    : fault(cell.kind)
}

/** A whole number from `min` to `max`. */
export const wholeOf =
  (min: number, max: number): ReadCell<number> =>
  (cell) => {
    const text = numberText(cell)
    if (!text.ok) return text
    const number = /^\d{1,15}(?:\.0+)?$/.test(text.value) ? Number(text.value) : Number.NaN
    return number >= min && number <= max ? ok(number) : fault('not-whole', { min, max })
  }

/** A number above 0 and at most `max`. */
export const positiveOf =
  (max: number): ReadCell<number> =>
  (cell) => {
    const text = numberText(cell)
    if (!text.ok) return text
    const number = /^\d{1,9}(?:\.\d+)?$/.test(text.value) ? Number(text.value) : Number.NaN
    return number > 0 && number <= max ? ok(number) : fault('not-a-number', { max })
  }

/** A decimal number ≥ 0 as text, exactly as it stands. */
export const decimalText: ReadCell<string> = (cell) => {
  const text = numberText(cell)
  if (!text.ok) return text
  return /^\d{1,12}(?:\.\d+)?$/.test(text.value) ? text : fault('not-a-price')
}

/** One of these, in either language or as the API calls it. */
export const choiceOf =
  <Value extends string>(
    values: readonly Value[],
    words: readonly SheetChoice[],
  ): ReadCell<Value> =>
  (cell) => {
    if (cell.kind === 'yes-no')
      return choiceOf(values, words)({ kind: 'text', text: cell.isYes ? 'yes' : 'no' })
    const text = lineOf(200)(cell)
    const listed = {
      choicesZh: words.map(({ zh }) => zh).join('、'),
      choicesEn: words.map(({ en }) => en).join(', '),
    }
    if (!text.ok) return text
    const said = plainText(text.value).toLowerCase()
    const word = words.find(({ value, zh, en }) =>
      [value, zh, en].some((each) => each.toLowerCase() === said),
    )
    const found = values.find((value) => value === word?.value)
    return found === undefined ? fault('not-a-choice', listed) : ok(found)
  }

/** Lines of an address, one or several in the cell. */
export const linesOf =
  (most: number, longest: number): ReadCell<readonly string[]> =>
  (cell) => {
    const text = cellText(cell)
    if (!text.ok) return text
    const lines = text.value
      .split(/\r?\n|[;;]/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.some((line) => control.test(line) || !line.isWellFormed())) {
      return fault('control-characters')
    }
    const isFit = lines.length > 0 && lines.length <= most
    return isFit && lines.every((line) => line.length <= longest)
      ? ok(lines)
      : fault('too-long', { max: longest })
  }
