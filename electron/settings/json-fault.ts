export interface JsonFault {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  readonly expected: string
}

class Fault extends Error {
  readonly index: number
  constructor(index: number, expected: string) {
    super(expected)
    this.index = index
  }
}

const deepest = 500
const space = /[ \t\n\r]*/y
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

/** Walks the text by RFC 8259 and throws a Fault where it leaves it. */
const walk = (text: string): void => {
  let index = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = index
    const found = pattern.exec(text)
    if (found !== null) index += found[0].length
    return found !== null
  }
  const takeChar = (char: string): boolean => {
    take(space)
    if (text[index] !== char) return false
    index += 1
    return true
  }
  const need = (char: string, expected: string): void => {
    if (!takeChar(char)) throw new Fault(index, expected)
  }
  const key = (): void => {
    take(space)
    if (!take(string)) throw new Fault(index, 'a key in double quotes')
    need(':', 'a colon')
    value()
  }
  const list = (close: string, item: () => void): void => {
    if (takeChar(close)) return
    do item()
    while (takeChar(','))
    need(close, `a comma or ${close}`)
  }
  let depth = 0
  const value = (): void => {
    depth += 1
    if (depth > deepest) throw new Fault(index, `no deeper than ${deepest} levels`)
    if (takeChar('{')) list('}', key)
    else if (takeChar('[')) list(']', value)
    else if (!take(string) && !take(literal)) throw new Fault(index, 'a value')
    depth -= 1
  }
  value()
  take(space)
  if (index < text.length) throw new Fault(index, 'the end of the file')
}

/** Where text stops being JSON: JSON.parse does not always tell. null when it is JSON. */
export const jsonFault = (text: string): JsonFault | null => {
  try {
    walk(text)
    return null
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const before = text.slice(0, error.index)
    return {
      line: before.split('\n').length,
      column: error.index - before.lastIndexOf('\n'),
      expected: error.message,
    }
  }
}
