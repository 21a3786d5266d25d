import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gtinCheckDigit } from './barcode.ts'
import { goodsInElements, groupSeparator as gs, parseElements } from './element-string.ts'

const shown = (text: string): string | null =>
  parseElements(text)
    ?.map(({ ai, value }) => `(${ai})${value}`)
    .join('') ?? null

describe('elements', () => {
  test.each([
    ['0109501101530003', '(01)09501101530003'],
    ['01095011015300031726123110AB123', '(01)09501101530003(17)261231(10)AB123'],
    [`10AB0123${gs}0109501101530003`, '(10)AB0123(01)09501101530003'],
    [`${gs}0109501101530003${gs}`, '(01)09501101530003'],
    [`21SERIAL${gs}3103001500${gs}240X`, '(21)SERIAL(3103)001500(240)X'],
    ['00106141412345678908', '(00)106141412345678908'],
    ['020950110153000337120', '(02)09501101530003(37)120'],
    [`1527060091INTERNAL${gs}8200http://a.example`, '(15)270600(91)INTERNAL(8200)http://a.example'],
  ])('of %j', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test.each([
    ['a wrong check digit of a GTIN', '0109501101530004'],
    ['of an SSCC', '00106141412345678909'],
    ['of the content', '020950110153000437120'],
    ['wrong anywhere', `0109501101530003${gs}00106141412345678909`],
    ['too short', '01095011015300'],
    ['cut by a separator', `0109501101${gs}530003`],
    ['no such AI', '0109501101530003X'],
    ['an AI without a value', `10${gs}0109501101530003`],
    ['the thirteenth month', '17261331'],
    ['a batch that swallows the rest', `10${'A'.repeat(21)}`],
    ['a count of letters', '02095011015300033712A'],
    ['nothing', ''],
    ['a separator alone', gs],
    ['half an AI', '0'],
  ])('none of %s', (_, text) => {
    expect(parseElements(text)).toBeNull()
  })
})

describe('goods', () => {
  test('are what bears the label, or what is in it and how many', () => {
    expect(goodsInElements('0109501101530003')).toEqual({ gtin: '09501101530003', count: null })
    const content = { gtin: '09501101530003', count: 24 }
    expect(goodsInElements('02095011015300033724')).toEqual(content)
    expect(goodsInElements(`3724${gs}10LOT${gs}0209501101530003`)).toEqual(content)
    expect(goodsInElements('0010614141234567890802095011015300033724')).toEqual(content)
  })

  test('a count beside 01 says nothing: what the case holds is known from its own GTIN', () => {
    expect(goodsInElements('01095011015300033724')).toEqual({
      gtin: '09501101530003',
      count: null,
    })
  })

  test('are not known of a content without a count, a count of none, or a pallet alone', () => {
    for (const text of ['0209501101530003', '0209501101530003370', '00106141412345678908']) {
      expect(goodsInElements(text)).toBeNull()
    }
  })
})

test('what is written as elements is read as those', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const word = fc.stringMatching(/^[A-Za-z0-9/-]{1,20}$/)
  const element = fc.oneof(
    digits(13).map((body) => ({ ai: '01', value: body + gtinCheckDigit(body), isFixed: true })),
    digits(17).map((body) => ({ ai: '00', value: body + gtinCheckDigit(body), isFixed: true })),
    digits(6).map((value) => ({ ai: '3102', value, isFixed: true })),
    fc
      .constantFrom('10', '21', '91', '240')
      .chain((ai) => word.map((value) => ({ ai, value, isFixed: false }))),
  )
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 8 }), (elements) => {
      const text = elements
        .map(({ ai, value, isFixed }) => ai + value + (isFixed ? '' : gs))
        .join('')
      expect(parseElements(text)).toEqual(elements.map(({ ai, value }) => ({ ai, value })))
    }),
  )
})

test('ends on any text', () => {
  const unit = fc.constantFrom('0', '1', '3', gs, 'A')
  fc.assert(fc.property(fc.string({ unit }), (text) => void goodsInElements(text)))
})
