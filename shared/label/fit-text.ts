import type { FontWeight, MeasureText } from './document.ts'
import { lineHeight } from './text-line.ts'

export interface TextStyle {
  /** Em size in mm that is wanted. */
  readonly size: number
  /** Smallest em size in mm; text that does not fit at it is cut and ends in an ellipsis. */
  readonly floor: number
  readonly weight: FontWeight
}

export interface FittedLine {
  readonly text: string
  readonly size: number
  /** In mm. */
  readonly width: number
}

const ellipsis = '…'

// A hair less than the room, so that rounding to dots never reaches over.
const slack = 0.05

const cut = (text: string, fits: (candidate: string) => boolean): string => {
  const characters = Array.from(text)
  let shortest = 0
  let longest = characters.length
  const at = (length: number): string => characters.slice(0, length).join('').trimEnd() + ellipsis
  while (shortest < longest) {
    const middle = Math.ceil((shortest + longest) / 2)
    if (fits(at(middle))) shortest = middle
    else longest = middle - 1
  }
  return at(shortest)
}

/** Shrinks `text` until it is at most `width` mm wide; at the floor it is cut by measure. */
export const fitLine = (
  text: string,
  width: number,
  style: TextStyle,
  measure: MeasureText,
): FittedLine => {
  const room = width - slack
  const wanted = measure(text, style.size, style.weight)
  if (wanted <= room) return { text, size: style.size, width: wanted }
  const size = Math.max(style.floor, (style.size * room) / wanted)
  const shrunk = measure(text, size, style.weight)
  if (shrunk <= width) return { text, size, width: shrunk }
  const short = cut(text, (candidate) => measure(candidate, size, style.weight) <= room)
  return { text: short, size, width: measure(short, size, style.weight) }
}

// A break is allowed after a blank, and before or after a character of a script written without blanks.
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u

const pieces = (text: string): readonly string[] => {
  const found: string[] = []
  let word = ''
  for (const character of text) {
    if (unspaced.test(character)) {
      if (word !== '') found.push(word)
      found.push(character)
      word = ''
    } else {
      word += character
      if (character === ' ') {
        found.push(word)
        word = ''
      }
    }
  }
  return word === '' ? found : [...found, word]
}

const wrap = (text: string, fits: (line: string) => boolean): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Wraps text into a block: shrinks until all fits, and at the floor cuts what does not. */
export const fitBlock = (
  text: string,
  room: { readonly width: number; readonly height: number },
  style: TextStyle,
  measure: MeasureText,
): readonly FittedLine[] => {
  const step = 0.1
  for (let size = style.size; ; size = Math.max(style.floor, size - step)) {
    const isFloor = size <= style.floor
    const fits = (line: string): boolean => measure(line, size, style.weight) <= room.width - slack
    const lines = wrap(text, fits)
    const capacity = Math.max(1, Math.floor(room.height / (size * lineHeight) + 1e-6))
    if (!isFloor && (lines.length > capacity || !lines.every(fits))) continue
    const kept = lines.slice(0, capacity)
    const rest = lines.slice(capacity).join(' ')
    const texts = rest === '' ? kept : [...kept.slice(0, -1), `${kept.at(-1) ?? ''} ${rest}`]
    return texts.map((line) => fitLine(line, room.width, { ...style, size, floor: size }, measure))
  }
}
