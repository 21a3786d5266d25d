import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cartonCode } from './carton-code.ts'
import { classifyScan, displayText, maxScanLength, type MarkRead } from './scan-code.ts'

const code = cartonCode(3_041_187)
const mark: MarkRead = {
  code,
  orderNo: 'SO-1',
  warehouse: 'US-LAX1',
  cartonNo: 7,
  revision: 1,
  digest: 'AAAAAAAAAAAA',
}
const markText = `LSC1;C=${code};O=SO-1`
const classify = (text: string) => classifyScan(text, (read) => (read === markText ? mark : null))

describe('what a scan is', () => {
  test('a command code', () => {
    expect(classify('LS!DONE')).toEqual({ kind: 'command', command: { name: 'done' } })
    expect(classify(']C0LS!X12\r')).toEqual({
      kind: 'command',
      command: { name: 'times', factor: 12 },
    })
    expect(classify('LS!NOW').kind).toBe('command')
  })

  test('a carton code, whatever frames it', () => {
    for (const text of [code, `]C0${code}`, `\u0002${code}\u0003\r\n`, `${code}\t`]) {
      expect(classify(text)).toEqual({ kind: 'carton-code', code })
    }
  })

  test('a carton code in lower case is not one', () => {
    expect(classify(code.toLowerCase()).kind).toBe('goods')
  })

  test('a box mark, or a broken one', () => {
    expect(classify(`]Q1${markText}`)).toEqual({ kind: 'mark', mark })
    for (const text of [`${markText}X`, 'LSC1;', 'LSC', 'LS0003041187X', code.slice(0, 9)]) {
      expect(classify(text)).toEqual({ kind: 'broken-mark', text })
    }
  })

  test('goods whose code happens to begin like a mark stay goods', () => {
    for (const text of ['LSCREEN-7', 'LS2024-BLK', 'LS-100', 'LSC-200']) {
      expect(classify(text)).toEqual({ kind: 'goods', text, candidates: [text] })
    }
  })

  test('a pallet by the SSCC of its logistic label, with or without its AIM id', () => {
    const sscc = '106141412345678908'
    for (const text of [`]C100${sscc}`, `00${sscc}`, `00${sscc}\r\n`]) {
      expect(classify(text)).toEqual({ kind: 'pallet', sscc })
    }
    expect(classify(']C100106141412345678909').kind).toBe('goods')
    expect(classify(`]C10210614141234564137120\u001d00${sscc}`).kind).toBe('goods')
  })

  test('goods with every form of their number', () => {
    expect(classify(']E00036000291452')).toEqual({
      kind: 'goods',
      text: '0036000291452',
      candidates: ['0036000291452', '036000291452', '00036000291452'],
    })
    expect(classify('036000291452')).toMatchObject({
      candidates: ['036000291452', '0036000291452', '00036000291452'],
    })
    expect(classify('036000291453')).toMatchObject({ candidates: ['036000291453'] })
    expect(classify('X001ABC123')).toMatchObject({ candidates: ['X001ABC123'] })
    expect(classify('蓝牙耳机-01')).toMatchObject({ kind: 'goods', candidates: ['蓝牙耳机-01'] })
  })

  test('goods by the GTIN of a GS1 element string', () => {
    const gtin = ['09501101530003', '9501101530003']
    expect(classify(']C10109501101530003')).toMatchObject({
      candidates: ['0109501101530003', ...gtin],
    })
    expect(classify(']d210LOT1\u001D0109501101530003')).toMatchObject({
      text: '10LOT10109501101530003',
      candidates: ['10LOT10109501101530003', ...gtin],
    })
    expect(classify(']C010LOT1').kind).toBe('goods')
  })

  test('goods by what a GS1 label says to be in the carton, with their number', () => {
    const content = { candidates: ['09501101530003', '9501101530003'], count: 24 }
    for (const [id, text] of [
      [']C1', '02095011015300033724'],
      ['', '02095011015300033724'],
      [']C1', '0010614141234567890802095011015300033724'],
    ] as const) {
      expect(classify(id + text)).toEqual({ kind: 'goods', text, candidates: [text], content })
    }
  })

  test('goods whose GS1 label has a wrong check digit are nothing but their text', () => {
    for (const text of ['0109501101530004', '02095011015300043724']) {
      expect(classify(`]C1${text}`)).toEqual({ kind: 'goods', text, candidates: [text] })
    }
  })

  test('a code of thirteen digits that is no GTIN is looked up as it is, and only so', () => {
    expect(classify('2012345678901')).toEqual({
      kind: 'goods',
      text: '2012345678901',
      candidates: ['2012345678901'],
    })
  })

  test('the AIM id of any symbology is no part of the code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]$/), fc.stringMatching(/^[0-9A-Za-z]$/), (c, m) => {
        expect(classify(`]${c}${m}X001ABC123`)).toMatchObject({ text: 'X001ABC123' })
      }),
    )
  })

  test.each(['', ' ', '\r\n', '\u0000\u001D\u0007', ']C1', '12\uFFFD45', 'x'.repeat(1_025)])(
    '%j is garbage',
    (text) => {
      expect(classify(text).kind).toBe('garbage')
    },
  )

  test('the longest scan allowed is looked at', () => {
    expect(classify('x'.repeat(maxScanLength)).kind).toBe('goods')
  })

  test('any text is something, and goods carry no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const scan = classify(text)
        if (scan.kind !== 'goods') return
        expect(scan.text).not.toMatch(/\p{Cc}/u)
        expect(scan.candidates).toContain(scan.text)
        expect(new Set(scan.candidates).size).toBe(scan.candidates.length)
      }),
    )
  })

  test('printable ASCII without edges comes through unchanged', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-Z][ -~]{0,98}[!-~]$/), (text) => {
        fc.pre(!/^(LS|01)/.test(text))
        expect(classify(text)).toMatchObject({ kind: 'goods', text })
      }),
    )
  })
})

describe('text for display', () => {
  test('is cut to 48 characters with an ellipsis', () => {
    expect(displayText('4006381333931\r')).toBe('4006381333931')
    expect(displayText('x'.repeat(48))).toBe('x'.repeat(48))
    expect(displayText('x'.repeat(49))).toBe(`${'x'.repeat(47)}…`)
  })

  test('is one printable line of whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = displayText(text)
        expect(shown.length).toBeLessThanOrEqual(48)
        expect(shown.isWellFormed()).toBe(true)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
    )
  })
})
