import { describe, expect, it } from 'vitest'
import { benchLine } from '#tests/support/bench-views.ts'
import { noLines, sortedLines } from './sorted-lines.ts'

const lines = ['A', 'B', 'C'].map((sku, index) =>
  benchLine({ sku, lineNo: index + 1, ordered: 10 }),
)
const packed = (counts: Record<string, number>) =>
  new Map(
    Object.entries(counts).map(([sku, count]) => [
      sku,
      { sku, packed: count, inCarton: 0, short: 0, onPallet: 0 },
    ]),
  )

describe('sortedLines', () => {
  it('keeps the order’s own order and puts complete lines last', () => {
    expect(
      sortedLines(lines, packed({ A: 10, B: 3 }), noLines).sorted.map(({ sku }) => sku),
    ).toEqual(['B', 'C', 'A'])
  })
  it('gives the same list back while no line became complete', () => {
    const before = sortedLines(lines, packed({ A: 1 }), noLines)
    expect(sortedLines(lines, packed({ A: 2 }), before).sorted).toBe(before.sorted)
    const complete = sortedLines(lines, packed({ A: 10 }), before)
    expect(complete.sorted.map(({ sku }) => sku)).toEqual(['B', 'C', 'A'])
    expect(sortedLines(lines, packed({ A: 9 }), complete).sorted).toEqual(lines)
    expect(sortedLines(lines.slice(1), packed({ A: 10 }), complete).sorted).toHaveLength(2)
  })
})
