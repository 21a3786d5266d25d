import type { WedgeKey } from '#shared/domain/wedge.ts'

const plain = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./ "
const shifted = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>? '
const codes = [
  'Backquote',
  ...Array.from('1234567890', (digit) => `Digit${digit}`),
  'Minus',
  'Equal',
  ...Array.from('QWERTYUIOP', (letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  'Backslash',
  ...Array.from('ASDFGHJKL', (letter) => `Key${letter}`),
  'Semicolon',
  'Quote',
  ...Array.from('ZXCVBNM', (letter) => `Key${letter}`),
  'Comma',
  'Period',
  'Slash',
  'Space',
]

/** The keydown a US keyboard sends for a printable ASCII character. */
export const wedgeKey = (character: string, at: number): WedgeKey => {
  const isPlain = plain.includes(character)
  const code = codes[(isPlain ? plain : shifted).indexOf(character)]
  if (code === undefined) throw new RangeError(`no key for ${JSON.stringify(character)}`)
  return { code, key: character, shift: !isPlain, at }
}

/** The keydowns of a scanner in keyboard mode: Shift keys included, one character every `everyMs`. */
export const scannerKeys = (
  text: string,
  options: { from?: number; everyMs?: number; suffix?: 'Enter' | 'Tab' | null } = {},
): readonly WedgeKey[] => {
  const { from = 0, everyMs = 5, suffix = 'Enter' } = options
  const keys = Array.from(text).flatMap((character, index) => {
    const key = wedgeKey(character, from + index * everyMs)
    const shift = { code: 'ShiftLeft', key: 'Shift', shift: true, at: key.at }
    return key.shift ? [shift, key] : [key]
  })
  const at = from + text.length * everyMs
  return suffix === null ? keys : [...keys, { code: suffix, key: suffix, shift: false, at }]
}
