import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commandHash } from './index.ts'

it('is the SHA-256 of the canonical JSON of type and payload', () => {
  // printf '%s' '{"payload":{"count":5},"type":"lease-codes"}' | sha256sum
  expect(commandHash('lease-codes', { count: 5 })).toBe(
    'a2cab8c5e3306b8f5a0fbb686495791548fd990d0905c1b9d0443677edc4f4f3',
  )
})

it('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (payload) => {
      const reversed = Object.fromEntries(Object.entries(payload).toReversed())
      expect(commandHash('a', reversed)).toBe(commandHash('a', payload))
    }),
  )
})

it('differs for another type or another payload', () => {
  const hashes = [
    commandHash('a', { n: 1 }),
    commandHash('b', { n: 1 }),
    commandHash('a', { n: 2 }),
  ]
  expect(new Set(hashes).size).toBe(3)
})

it('refuses what is not JSON', () => {
  expect(() => commandHash('a', { n: Number.NaN })).toThrow('NaN')
  expect(() => commandHash('a', { text: '\ud800' })).toThrow('surrogate')
})
