import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxScanLength } from './scan-code.ts'
import { createWedge, pressWedge, type WedgeKey, type WedgeOptions } from './wedge.ts'
import { scannerKeys, wedgeKey } from '#tests/support/wedge-keys.ts'

const press = (keys: readonly WedgeKey[], options: WedgeOptions = {}) => {
  let state = createWedge(options)
  const steps = keys.map((key) => {
    const step = pressWedge(state, key)
    state = step.state
    return step
  })
  return {
    state,
    steps,
    scans: steps.flatMap((step) => (step.scan === null ? [] : [step.scan])),
    captured: steps.filter((step) => step.capture).length,
    leaked: steps.reduce((sum, step) => sum + step.leaked, 0),
  }
}

const printable = (minLength: number, maxLength = 120) =>
  fc.string({ unit: 'grapheme-ascii', minLength, maxLength })
const named = (code: string, at: number): WedgeKey => ({ code, key: code, shift: false, at })

describe('a scanner in keyboard mode', () => {
  test('printable ASCII at scanner speed comes back exactly', () => {
    fc.assert(
      fc.property(printable(4), fc.integer({ min: 0, max: 50 }), (text, everyMs) => {
        expect(press(scannerKeys(text, { everyMs })).scans).toEqual([text])
      }),
    )
  })

  test('a slow scanner is read with its own gap', () => {
    const keys = scannerKeys('4006381333931', { everyMs: 110 })
    expect(press(keys, { gapMs: 120 }).scans).toEqual(['4006381333931'])
    expect(press(keys).scans).toEqual([])
  })

  test.each(['LS!ACK', 'LS!X2', 'LS!DONE'])(
    'the command %s is read at the slowest setting too, short as it is',
    (text) => {
      expect(press(scannerKeys(text, { everyMs: 110 }), { gapMs: 120 }).scans).toEqual([text])
    },
  )

  test('neither an input method nor Caps Lock changes what was scanned', () => {
    const keys = scannerKeys('LS0003041187N;c=aB!')
    const swallowed = keys.map((key) => ({ ...key, key: 'Process' }))
    const flipped = keys.map((key) =>
      key.shift || key.key.length > 1 ? key : { ...key, key: key.key.toUpperCase() },
    )
    expect(press(swallowed).scans).toEqual(['LS0003041187N;c=aB!'])
    expect(press(flipped).scans).toEqual(['LS0003041187N;c=aB!'])
  })

  test('digits of the number pad and its Enter count', () => {
    const keys = Array.from('12345678', (digit, index) => named(`Numpad${digit}`, index))
    expect(press([...keys, named('NumpadEnter', 9)]).scans).toEqual(['12345678'])
  })

  test('two scans 20 ms apart are two scans', () => {
    const keys = [...scannerKeys('11111111'), ...scannerKeys('22222222', { from: 60 })]
    expect(press(keys).scans).toEqual(['11111111', '22222222'])
  })

  test('Tab ends a scan where it is the suffix, and is a hole where Enter is', () => {
    const keys = scannerKeys('12345678', { suffix: 'Tab' })
    expect(press(keys).scans).toEqual(['12345678'])
    expect(press(keys, { suffix: 'Tab' }).scans).toEqual(['12345678'])
    const more = [...keys, ...scannerKeys('5678', { from: 45 })]
    expect(press(more, { suffix: 'Enter' }).scans).toEqual(['12345678\uFFFD5678'])
  })

  test('doubled characters count even where the system calls them repeats', () => {
    const keys = scannerKeys('4006381333931').map((key, index) => ({
      ...key,
      repeat: index === 8 || index === 9,
    }))
    expect(press(keys).scans).toEqual(['4006381333931'])
  })

  test('Ctrl+] is GS', () => {
    const keys = scannerKeys(']C110AB', { suffix: null })
    const group = { ...wedgeKey(']', 36), ctrl: true }
    const rest = scannerKeys('21X', { from: 40 })
    expect(press([...keys, group, ...rest]).scans).toEqual([']C110AB\u001D21X'])
  })

  test('the second Enter of CR LF is kept from the page as well', () => {
    const { steps } = press([...scannerKeys('12345678'), named('Enter', 42)])
    expect(steps.at(-1)).toMatchObject({ scan: null, capture: true })
    const late = press([...scannerKeys('12345678'), named('Enter', 500)])
    expect(late.steps.at(-1)).toMatchObject({ scan: null, capture: false })
  })
})

describe('what reaches the page', () => {
  test('every character is either captured or counted as leaked', () => {
    fc.assert(
      fc.property(printable(4), (text) => {
        const { captured, leaked } = press(scannerKeys(text))
        expect(captured + leaked).toBe(text.length + 1)
      }),
    )
  })

  test('at most five characters leak, and they are told before the scan ends', () => {
    const { steps } = press(scannerKeys('4006381333931'))
    expect(steps.findIndex((step) => step.capture)).toBe(5)
    expect(steps[5]).toMatchObject({ leaked: 5 })
    expect(steps.slice(1).every((step) => step.suspect)).toBe(true)
    expect(steps[0]?.suspect).toBe(false)
  })

  test('a prefix or an AIM id makes a scan certain at once, however short', () => {
    const prefixed = press(scannerKeys('~7'), { prefixes: ['~'] })
    expect(prefixed).toMatchObject({ scans: ['7'], leaked: 1, captured: 2 })
    const aim = press(scannerKeys(']C1A'))
    expect(aim).toMatchObject({ scans: [']C1A'], leaked: 2, captured: 3 })
  })
})

describe('a person typing', () => {
  const slowly = fc.array(
    fc.tuple(
      fc.constantFrom(...'ab1~]C Z', 'Enter', 'Tab', 'Backspace', 'Process', 'Shift'),
      fc.integer({ min: 51, max: 900 }),
    ),
    { maxLength: 60 },
  )
  const typed = (strokes: readonly (readonly [string, number])[]): WedgeKey[] => {
    let at = 0
    return strokes.map(([key, gap]) => {
      at += gap
      return key.length === 1 ? wedgeKey(key, at) : { code: key, key, shift: false, at }
    })
  }

  test('is never a scan and never loses a key', () => {
    fc.assert(
      fc.property(slowly, fc.constantFrom('', '~', ']C'), (strokes, prefix) => {
        const { scans, captured, leaked } = press(typed(strokes), { prefixes: [prefix] })
        expect({ scans, captured, leaked }).toEqual({ scans: [], captured: 0, leaked: 0 })
      }),
    )
  })

  test('may roll over three keys at a time', () => {
    fc.assert(
      fc.property(fc.array(printable(1, 3), { maxLength: 12 }), (rolls) => {
        const keys = rolls.flatMap((roll, index) =>
          scannerKeys(roll.replaceAll(']', 'x'), { from: index * 300, everyMs: 12 }),
        )
        expect(press(keys)).toMatchObject({ scans: [], captured: 0 })
      }),
    )
  })

  test('may hold a key down', () => {
    const held = Array.from({ length: 40 }, (_, index) => ({
      ...wedgeKey('0', index === 0 ? 0 : 250 + index * 30),
      repeat: index > 0,
    }))
    expect(press([...held, named('Enter', 1_450)])).toMatchObject({ scans: [], captured: 0 })
  })
})

describe('broken scans', () => {
  test('a certain scan whose Enter comes late is whole', () => {
    const keys = scannerKeys('4006381333931', { suffix: null })
    const late = (at: number) => [...keys, { code: 'Enter', key: 'Enter', shift: false, at }]
    expect(press(late(300)).scans).toEqual(['4006381333931'])
    expect(press(late(600)).scans).toEqual([])
  })

  test('the rest of a broken scan is refused, however short, and stays out of the page', () => {
    const head = scannerKeys('4006381333', { suffix: null })
    const { scans, captured } = press([...head, ...scannerKeys('931', { from: 250 })])
    expect(scans).toEqual(['\uFFFD931'])
    expect(captured).toBe(9)
  })

  test('a burst without its suffix is no scan', () => {
    expect(press(scannerKeys('4006381333931', { suffix: null })).scans).toEqual([])
  })

  test('the rest of a scan that stalled is told as incomplete, not taken for a code', () => {
    const head = scannerKeys('40063813', { suffix: null })
    const { scans } = press([...head, ...scannerKeys('33931', { from: 200 })])
    expect(scans).toEqual(['\uFFFD33931'])
    const next = press([...head, ...scannerKeys('4006381333931', { from: 2_000 })])
    expect(next.scans).toEqual(['4006381333931'])
  })

  test('10,000 keys stay bounded and come out as too long', () => {
    const endless = press(scannerKeys('x'.repeat(10_000), { suffix: null }))
    expect(endless.state.text.length).toBeLessThanOrEqual(maxScanLength + 1)
    const { scans } = press(scannerKeys(`~${'x'.repeat(10_000)}`), { prefixes: ['~'] })
    expect(scans.map((scan) => scan.length)).toEqual([maxScanLength + 1])
  })

  test('no order of keys and times throws', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('Enter', 'KeyA', 'Digit1', 'Process', ''))
    const key = fc.record(
      {
        code: name,
        key: name,
        shift: fc.boolean(),
        at: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.double()),
        ctrl: fc.boolean(),
        repeat: fc.boolean(),
      },
      { requiredKeys: ['code', 'key', 'shift', 'at'] },
    )
    fc.assert(fc.property(fc.array(key, { maxLength: 200 }), (keys) => void press(keys)))
  })
})
