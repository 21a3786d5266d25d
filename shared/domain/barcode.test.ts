import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gtinCheckDigit, gtinForms, isGtin } from './barcode.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const gtin = fc
  .constantFrom(8, 12, 13, 14)
  .chain((length) => digits(length - 1))
  .map((body) => body + gtinCheckDigit(body))

describe('check digit', () => {
  test.each(['96385074', '036000291452', '4006381333931', '6901234567892', '10012345678902'])(
    'of %s is right',
    (code) => {
      expect(isGtin(code)).toBe(true)
    },
  )

  test('any one wrong digit is found', () => {
    fc.assert(
      fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, where, by) => {
        const at = where % code.length
        const wrong = String((Number(code[at]) + by) % 10)
        expect(isGtin(code)).toBe(true)
        expect(isGtin(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  test.each(['', '0', '400638133393', '40063813339310', 'X006381333931', '٤٠٠٦٣٨١٣٣٣٩٣١'])(
    '%s is no GTIN',
    (code) => {
      expect(isGtin(code)).toBe(false)
    },
  )
})

describe('forms of one GTIN', () => {
  test('UPC-A and EAN-13 with a leading 0 are the same', () => {
    expect(gtinForms('036000291452')).toEqual(['036000291452', '0036000291452', '00036000291452'])
    expect(gtinForms('0036000291452')).toContain('036000291452')
  })

  test('a factory case has a number of its own', () => {
    expect(gtinForms('10012345678902')).toEqual(['10012345678902'])
  })

  test('every form is a valid GTIN and leads to the same forms', () => {
    fc.assert(
      fc.property(gtin, (code) => {
        const forms = gtinForms(code)
        expect(forms[0]).toBe(code)
        for (const form of forms) {
          expect(isGtin(form)).toBe(true)
          expect(gtinForms(form).toSorted()).toEqual(forms.toSorted())
        }
      }),
    )
  })

  test('a number with a wrong check digit stands for itself alone', () => {
    expect(gtinForms('036000291453')).toEqual(['036000291453'])
  })
})
