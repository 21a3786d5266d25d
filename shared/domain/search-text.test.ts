import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartonCode } from './carton-code.ts'
import { createScanReader } from './scan-code.ts'
import { containing, parseSearch } from './search-text.ts'

const code = cartonCode(304_118_7)
const readMark = (text: string) =>
  text === 'LSC1;good'
    ? { code, orderNo: 'BH-1', warehouse: 'W', cartonNo: 3, revision: 1, digest: 'D' }
    : null
const parse = (text: string) => parseSearch(text, createScanReader(readMark))

describe('parseSearch', () => {
  it('knows a carton by its code however it was typed, its mark and its temporary label', () => {
    for (const text of [code, code.toLowerCase(), ` ${code}\r`, 'LSC1;good', `LS!${code}`]) {
      expect(parse(text), text).toEqual({ kind: 'carton', code })
    }
  })

  it('takes the last digits of a code, with or without its check character, from four on', () => {
    const check = code.slice(-1)
    expect(parse('1187')).toMatchObject({ part: { of: 'end', text: '1187' }, cartonNo: 1187 })
    expect(parse(`1187${check.toLowerCase()}`)).toMatchObject({
      part: { of: 'end', text: `1187${check}` },
      cartonNo: null,
    })
    expect(parse('187')).toMatchObject({ part: null, cartonNo: 187 })
    expect(parse('LS00030')).toMatchObject({ part: { of: 'start', text: 'LS00030' } })
  })

  it('takes a carton number alone, or after the number of its order', () => {
    expect(parse('7')).toMatchObject({ cartonNo: 7, numbered: null })
    expect(parse('#7')).toMatchObject({ cartonNo: 7 })
    for (const text of ['BH-1 7', 'BH-1#7', 'BH-1 / 7']) {
      expect(parse(text), text).toMatchObject({ numbered: { orderNo: 'BH-1', cartonNo: 7 } })
    }
    expect(parse('0000')).toMatchObject({ cartonNo: null })
  })

  it('looks goods up by every form of their code', () => {
    const upc = parse('036000291452')
    expect(upc.kind === 'text' ? upc.candidates.slice(0, 2) : []).toEqual([
      '036000291452',
      '0036000291452',
    ])
    expect(parse('X00Z72UJT7')).toMatchObject({ text: 'X00Z72UJT7', part: null })
  })

  it('says what cannot be looked for', () => {
    for (const text of ['', '  ', 'A']) {
      expect(parse(text), text).toEqual({ kind: 'unusable', why: 'search-too-short' })
    }
    const wrongCheck = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    for (const text of ['LS!DONE', 'LSC1;bad', wrongCheck, 'x'.repeat(2_000)]) {
      expect(parse(text), text.slice(0, 20)).toEqual({
        kind: 'unusable',
        why: 'search-unreadable',
      })
    }
  })

  it('never throws, whatever was scanned', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parse(text)))
  })
})

it('compares wildcards as the letters they are', () => {
  expect(containing('50%_a\\b')).toBe('%50\\%\\_a\\\\b%')
})
