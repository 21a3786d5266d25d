import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitBlock, fitLine } from './fit-text.ts'
import type { MeasureText } from './document.ts'
import { lineHeight } from './text-line.ts'

const measure: MeasureText = (text, size) => Array.from(text).length * size * 0.5
const style = { size: 4, floor: 2, weight: 'regular' } as const

test('text that fits keeps its size, longer text shrinks, and only then is cut', () => {
  expect(fitLine('abcd', 10, style, measure)).toEqual({ text: 'abcd', size: 4, width: 8 })
  const shrunk = fitLine('abcdefgh', 10, style, measure)
  expect(shrunk.text).toBe('abcdefgh')
  expect(shrunk.size).toBeCloseTo(2.49)
  expect(fitLine('abcdefghijkl', 10, style, measure)).toEqual({
    text: 'abcdefgh…',
    size: 2,
    width: 9,
  })
})

test('a pair of surrogates is never cut in two', () => {
  const { text } = fitLine('\u{20000}'.repeat(30), 10, style, measure)
  expect(text.isWellFormed()).toBe(true)
  expect(text.endsWith('…')).toBe(true)
})

test('no line is wider than its room or smaller than its floor, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.integer({ min: 2, max: 60 }),
      (text, width) => {
        const line = fitLine(text, width, style, measure)
        expect(line.width).toBeLessThanOrEqual(width)
        expect(line.size).toBeGreaterThanOrEqual(style.floor)
      },
    ),
  )
})

test('a block stays in its room and loses no word it has room for', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 12, max: 60 }),
      fc.integer({ min: 5, max: 30 }),
      (parts, width, height) => {
        const text = parts.join(' ')
        const lines = fitBlock(text, { width, height }, style, measure)
        expect(lines.reduce((sum, { size }) => sum + size * lineHeight, 0)).toBeLessThanOrEqual(
          height + 1e-6,
        )
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width)
        const said = lines.map((line) => line.text).join(' ')
        if (!said.includes('…')) expect(said).toBe(text)
      },
    ),
  )
})

test('Chinese text breaks between any two characters, Latin text at blanks', () => {
  const room = { width: 11, height: 12 }
  const lines = fitBlock('蓝牙音箱 portable box', room, { ...style, floor: 4 }, measure)
  expect(lines.map(({ text }) => text)).toEqual(['蓝牙音箱', 'port…'])
})
