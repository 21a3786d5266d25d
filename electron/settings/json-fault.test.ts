import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('jsonFault', () => {
  test('finds no fault in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeNull()
      }),
    )
  })

  test('agrees with JSON.parse on damaged text', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(4),
        fc.constantFrom('', ',', '}', '"', '\\', '\n', '0', '//'),
      )
      .map(([text, at, cut, put]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + put + text.slice(start + cut)
      })
    fc.assert(
      fc.property(damaged, (text) => {
        expect(jsonFault(text) === null).toBe(parses(text))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['', 1, 1, 'a value'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma or }'],
    ['{\n  "a": 1,\n}', 3, 1, 'a key in double quotes'],
    ['{ a: 1 }', 1, 3, 'a key in double quotes'],
    ['{ "a": C:\\x }', 1, 8, 'a value'],
    ['{} x', 1, 4, 'the end of the file'],
  ])('says where %j breaks', (text, line, column, expected) => {
    expect(jsonFault(text)).toEqual({ line, column, expected })
  })
})
