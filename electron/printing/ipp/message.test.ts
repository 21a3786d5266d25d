import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeIpp, encodeIpp } from './message.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

// As RFC 8010, appendix A.1, writes a request out.
test('a request is the bytes of the RFC', () => {
  const bytes = encodeIpp({
    code: 0x0002,
    requestId: 1,
    operation: [
      ['uri', 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'],
      ['name', 'job-name', 'foobar'],
    ],
    job: [['integer', 'copies', 20]],
  })
  expect(bytes).toEqual(
    Buffer.concat([
      hex('0200 0002 00000001 01 47 0012'),
      Buffer.from('attributes-charset'),
      hex('0005'),
      Buffer.from('utf-8'),
      hex('48 001b'),
      Buffer.from('attributes-natural-language'),
      hex('0002'),
      Buffer.from('en'),
      hex('45 000b'),
      Buffer.from('printer-uri'),
      hex('002c'),
      Buffer.from('ipp://printer.example.com/ipp/print/pinetree'),
      hex('42 0008'),
      Buffer.from('job-name'),
      hex('0006'),
      Buffer.from('foobar'),
      hex('02 21 0006'),
      Buffer.from('copies'),
      hex('0004 00000014 03'),
    ]),
  )
})

test('what was sent is read back: sets, numbers, flags and names in any script', () => {
  const bytes = encodeIpp({
    code: 0x0406,
    requestId: 7,
    operation: [
      ['keyword', 'requested-attributes', 'job-id', 'job-state'],
      ['boolean', 'last-document', true],
    ],
    job: [
      ['name', 'job-name', '标签'],
      ['integer', 'job-id', -2],
    ],
  })
  const { status, operation, groups } = decodeIpp(bytes)
  expect(status).toBe(0x0406)
  expect(operation.get('requested-attributes')).toEqual(['job-id', 'job-state'])
  expect(operation.get('last-document')).toEqual([true])
  expect(groups).toEqual([
    new Map<string, unknown>([
      ['job-name', ['标签']],
      ['job-id', [-2]],
    ]),
  ])
})

test('a value that is known to be none is null', () => {
  const bytes = Buffer.concat([
    hex('0200 0000 00000001 02 13 0012'),
    Buffer.from('time-at-processing'),
    hex('0000 03'),
  ])
  expect(decodeIpp(bytes).groups[0]?.get('time-at-processing')).toEqual([null])
})

test('whatever a scheduler answers is read or refused, and never waited for', () => {
  const whole = encodeIpp({
    code: 0,
    requestId: 1,
    operation: [],
    job: [['keyword', 'a', 'b', 'c']],
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .tuple(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }))
          .map(([at, more]) => Buffer.concat([whole.subarray(0, at), more])),
      ),
      (bytes) => {
        try {
          expect(decodeIpp(Buffer.from(bytes)).groups).toBeInstanceOf(Array)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
