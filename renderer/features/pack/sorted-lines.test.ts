import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benchLine } from '#tests/support/bench-views.ts'
import { progressOf, withLines } from './progress.ts'
import { noLines, sortedLines } from './sorted-lines.ts'

const ordered = 10
const linesOf = (count: number) =>
  Array.from({ length: count }, (_none, index) =>
    benchLine({ sku: `SKU-${index}`, lineNo: index + 1, ordered }),
  )
const lines = linesOf(3)
const packed = (sku: string, count: number) => ({
  sku,
  packed: count,
  inCarton: 0,
  short: 0,
  onPallet: 0,
})

describe('sortedLines', () => {
  it('keeps the order’s own order and puts complete lines last', () => {
    const progress = progressOf([packed('SKU-0', 10), packed('SKU-1', 3)])
    expect(sortedLines(lines, progress, noLines).sorted.map(({ sku }) => sku)).toEqual([
      'SKU-1',
      'SKU-2',
      'SKU-0',
    ])
  })

  it('gives the same list back while no line became complete', () => {
    const before = sortedLines(lines, progressOf([packed('SKU-0', 1)]), noLines)
    const more = withLines(before.progress, [packed('SKU-0', 2)])
    expect(sortedLines(lines, more, before).sorted).toBe(before.sorted)
    const complete = withLines(more, [packed('SKU-0', 10)])
    expect(sortedLines(lines, complete, before).sorted).not.toBe(before.sorted)
    expect(sortedLines(lines.slice(1), complete, before).sorted).toHaveLength(2)
  })

  it('is what sorting anew gives, whatever changed how often, and whoever was not looked at', () => {
    const many = linesOf(200)
    const change = fc.record({
      index: fc.nat({ max: 199 }),
      count: fc.constantFrom(0, 9, 10, 11),
      isLookedAt: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
        const counts = new Map<string, number>()
        let progress = progressOf([])
        let shown = sortedLines(many, progress, noLines)
        for (const { index, count, isLookedAt } of changes) {
          const sku = `SKU-${index}`
          counts.set(sku, count)
          progress = withLines(progress, [packed(sku, count)])
          if (isLookedAt) shown = sortedLines(many, progress, shown)
        }
        shown = sortedLines(many, progress, shown)
        const isDone = (sku: string): boolean => (counts.get(sku) ?? 0) >= ordered
        const anew = many.toSorted(
          (one, other) => Number(isDone(one.sku)) - Number(isDone(other.sku)),
        )
        expect(shown.sorted).toEqual(anew)
        for (const { sku } of many) expect(progress.get(sku)?.packed).toBe(counts.get(sku))
      }),
    )
  })
})
