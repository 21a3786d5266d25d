import fc from 'fast-check'
import { expect, it } from 'vitest'
import canonicalize from 'canonicalize'
import { canonicalHash, commandHash, hashedPayload } from './index.ts'
import { canonicalText } from './canonical-text.ts'

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

const anyJson = fc.jsonValue({ stringUnit: 'grapheme', depthSize: 'medium' })

it('is written as the standard wants it, in order or not', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonicalText(value)
      expect(text).toBe(canonicalize(value))
      // What was in order once is written another way than what was not.
      expect(canonicalText(JSON.parse(text))).toBe(text)
    }),
  )
  const awkward =
    '{"10":1,"9":-0,"a":1e21,"aa":{"\\u20ac":[],"\\r":null},"\\ud83d\\ude00":"","\\ufb33":0}'
  expect(canonicalText(JSON.parse(awkward))).toBe(canonicalize(JSON.parse(awkward)))
})

it('is that of type and payload together', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.dictionary(fc.string({ unit: 'grapheme' }), anyJson),
      (type, payload) => {
        expect(hashedPayload(type, payload).hash).toBe(canonicalHash({ type, payload }))
      },
    ),
  )
})

it('leaves dates and the like to the library', () => {
  expect(canonicalText({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
})

it('refuses what is not JSON', () => {
  expect(() => commandHash('a', { n: Number.NaN })).toThrow('NaN')
  expect(() => commandHash('a', { text: '\ud800' })).toThrow('surrogate')
  expect(() => commandHash('a', { '\udc00': 1 })).toThrow('surrogate')
  expect(() => canonicalText(undefined)).toThrow('not a JSON value')
})
