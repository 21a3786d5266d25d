import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createByteRing } from './byte-ring.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

test('bytes show in hex and as text, the newest first', () => {
  const ring = createByteRing([])
  ring.add(latin1('\u0002A 1\r'), 5)
  ring.add(Uint8Array.of(0xff), 6)
  expect(ring.view()).toEqual([
    { seq: 1, at: 6, hex: 'FF', text: '·' },
    { seq: 0, at: 5, hex: '02 41 20 31 0D', text: '[STX]A 1[CR]' },
  ])
})

test('a badge is covered in whatever pieces it comes', () => {
  const badge = 'EMP-0042'
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 11 })), (cuts) => {
      const ring = createByteRing([badge])
      const bytes = latin1(`x${badge}\r\n`)
      const ends = [...new Set(cuts)].toSorted((a, b) => a - b)
      let from = 0
      for (const end of [...ends, bytes.length]) {
        ring.add(bytes.subarray(from, end), 0)
        from = end
      }
      const shown = ring.view().toReversed()
      expect(shown.map(({ text }) => text).join('')).toBe(`x${'•'.repeat(badge.length)}[CR][LF]`)
      const hex = shown.map((chunk) => chunk.hex).join(' ')
      expect(hex).toContain('78 •• •• •• •• •• •• •• •• 0D 0A')
    }),
  )
})

test('it holds a few hundred bytes, however much comes', () => {
  const ring = createByteRing([])
  for (let times = 0; times < 1_000; times += 1) ring.add(new Uint8Array(1_000), times)
  const shown = ring.view()
  expect(shown).toHaveLength(24)
  for (const { hex } of shown) expect(hex.length).toBeLessThan(64 * 3)
})
