const pair = (code: string, plain: string, shifted: string) => [code, [plain, shifted]] as const

const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) =>
  pair(`Key${letter.toUpperCase()}`, letter, letter.toUpperCase()),
)
const digits = Array.from(')!@#$%^&*(', (symbol, digit) =>
  pair(`Digit${digit}`, String(digit), symbol),
)
const pad = Array.from('0123456789', (digit) => pair(`Numpad${digit}`, digit, digit))

/** UI Events `code` → the characters a US keyboard types there, plain and with Shift. */
const keys: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...letters,
  ...digits,
  ...pad,
  pair('Minus', '-', '_'),
  pair('Equal', '=', '+'),
  pair('BracketLeft', '[', '{'),
  pair('BracketRight', ']', '}'),
  pair('Backslash', '\\', '|'),
  pair('Semicolon', ';', ':'),
  pair('Quote', "'", '"'),
  pair('Backquote', '`', '~'),
  pair('Comma', ',', '<'),
  pair('Period', '.', '>'),
  pair('Slash', '/', '?'),
  pair('Space', ' ', ' '),
  pair('NumpadDecimal', '.', '.'),
  pair('NumpadAdd', '+', '+'),
  pair('NumpadSubtract', '-', '-'),
  pair('NumpadMultiply', '*', '*'),
  pair('NumpadDivide', '/', '/'),
])

/** The character of a key by its place on a US keyboard, whatever Caps Lock or an input method make of it. */
export const usCharacter = (code: string, shift: boolean): string | null =>
  keys.get(code)?.[shift ? 1 : 0] ?? null
