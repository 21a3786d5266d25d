import { describe, expect, it } from 'vitest'
import { benchCarton } from '#tests/support/bench-views.ts'
import { boxLine, choiceWords } from './box-words.ts'

const lineOf = (change: Parameters<typeof benchCarton>[0]) => boxLine(benchCarton(change))?.key

describe('the line about the box', () => {
  it('is there when another box is better, or this one is full', () => {
    const box = (why: 'holds' | 'cheaper' | 'room') => ({
      suggestedBox: { id: 'C30-25-20', chargeable: 2_500, why },
    })
    expect(lineOf(box('cheaper'))).toBe('weight.cheaperBox')
    expect(lineOf(box('room'))).toBe('weight.roomBox')
    expect(lineOf(box('holds'))).toBeUndefined()
    expect(lineOf({ filled: 79 })).toBeUndefined()
    expect(lineOf({ filled: 80 })).toBe('weight.nearlyFull')
    expect(lineOf({ ...box('holds'), filled: 101 })).toBe('weight.overfull')
  })
})

describe('a box type', () => {
  it('says what speaks against it', () => {
    const keyOf = (obstacle: Parameters<typeof choiceWords>[0]['obstacle']) =>
      choiceWords({ chargeable: 2_500, obstacle }).key
    expect(keyOf(null)).toBe('box.holds')
    expect(keyOf({ kind: 'too-long', longest: 900 })).toBe('box.too-long')
    expect(keyOf({ kind: 'too-full', share: 91 })).toBe('box.unsure')
    expect(keyOf({ kind: 'too-full', share: 120 })).toBe('box.too-full')
    expect(
      choiceWords({ chargeable: 1, obstacle: { kind: 'too-large', actual: 1_300, max: 1_200 } }),
    ).toEqual({ key: 'box.too-large', values: { actual: '130', max: '120' } })
  })
})
