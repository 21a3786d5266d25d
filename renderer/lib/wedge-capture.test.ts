import { beforeEach, describe, expect, it } from 'vitest'
import type { TextField } from './text-field.ts'
import { createWedgeCapture, type WedgeEvent } from './wedge-capture.ts'

const scans: string[] = []
let field: TextField | null = null

beforeEach(() => {
  scans.length = 0
  field = null
})

const key = (code: string, text: string, at: number) => {
  const told = { prevented: false, stopped: false }
  const event: WedgeEvent = {
    code,
    key: text,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    timeStamp: at,
    preventDefault: () => {
      told.prevented = true
    },
    stopImmediatePropagation: () => {
      told.stopped = true
    },
  }
  return { event, told }
}

const capture = () =>
  createWedgeCapture({ onScan: (text) => scans.push(text), focusedField: () => field })

/** Presses digits and Enter as a scanner does, 8 ms apart; gives what became of each key. */
const scan = (made: ReturnType<typeof capture>, digits: string, start = 1_000) =>
  [...digits, 'Enter'].map((text, index) => {
    const { event, told } = key(
      text === 'Enter' ? 'Enter' : `Digit${text}`,
      text,
      start + index * 8,
    )
    made.down(event)
    made.up(event)
    return told
  })

describe('wedge capture', () => {
  it('gives a complete scan', () => {
    scan(capture(), '6925340310318')
    expect(scans).toEqual(['6925340310318'])
  })

  it('tells scanners apart by their prefixes, and takes the longest of their pauses', () => {
    const heard: (readonly [string, string | null])[] = []
    const made = createWedgeCapture({
      onScan: (text, scanner) => heard.push([text, scanner]),
      focusedField: () => field,
    })
    const left = { id: 'left', prefix: '11', suffix: null, gapMs: null }
    const right = { id: 'right', prefix: '22', suffix: 'Tab' as const, gapMs: 90 }
    made.use([left, right])
    scan(made, '116925340310318')
    scan(made, '226925340310318', 3_000)
    scan(made, '6925340310318', 5_000)
    for (const [index, digit] of [...'2212345678'].entries()) {
      made.down(key(`Digit${digit}`, digit, 7_000 + index * 80).event)
    }
    // Told once more in the middle of a scan, as happens when the language changes.
    made.use([left, right])
    made.down(key('Enter', 'Enter', 7_800).event)
    expect(heard).toEqual([
      ['6925340310318', 'left'],
      ['6925340310318', 'right'],
      ['6925340310318', null],
      ['12345678', 'right'],
    ])
  })

  it('keeps the Enter of a scan from the button that has the focus', () => {
    const enter = scan(capture(), '6925340310318').at(-1)
    expect(enter).toEqual({ prevented: true, stopped: true })
  })

  it('leaves an Enter alone that a finger presses', () => {
    const { event, told } = key('Enter', 'Enter', 5_000)
    const made = capture()
    made.down(event)
    expect(told.prevented).toBe(false)
  })

  it('takes out of a text field what got in before the scan was known as one', () => {
    let text = '退回'
    const made = createWedgeCapture({
      onScan: (value) => scans.push(value),
      focusedField: () => ({
        value: text,
        caret: text.length,
        replace: (value) => {
          text = value
        },
      }),
    })
    for (const [index, digit] of [...'6925340310318', 'Enter'].entries()) {
      const code = digit === 'Enter' ? 'Enter' : `Digit${digit}`
      const { event, told } = key(code, digit, 1_000 + index * 8)
      made.down(event)
      if (!told.prevented && digit !== 'Enter') text += digit
    }
    expect(text).toBe('退回')
    expect(scans).toEqual(['6925340310318'])
  })

  it('takes the first capital out again too, behind which Shift is pressed for the next', () => {
    let text = ''
    const made = createWedgeCapture({
      onScan: (value) => scans.push(value),
      focusedField: () => ({
        value: text,
        caret: text.length,
        replace: (value) => {
          text = value
        },
      }),
    })
    for (const [index, letter] of [...'LSKLMN', 'Enter'].entries()) {
      const at = 1_000 + index * 8
      if (letter !== 'Enter') made.down(key('ShiftLeft', 'Shift', at).event)
      const { event, told } = key(letter === 'Enter' ? 'Enter' : `Key${letter}`, letter, at)
      made.down({ ...event, shiftKey: letter !== 'Enter' })
      if (!told.prevented && letter !== 'Enter') text += letter
    }
    expect(scans).toEqual(['LSKLMN'])
    expect(text).toBe('')
  })

  it('leaves a field as it was that refuses the keys of a scan', () => {
    let text = '25'
    field = {
      value: text,
      caret: 2,
      replace: (value) => {
        text = value
      },
    }
    const made = capture()
    for (const [index, letter] of [...'XKLMNOPQ', 'Enter'].entries()) {
      const code = letter === 'Enter' ? 'Enter' : `Key${letter}`
      made.down(key(code, letter, 1_000 + index * 8).event)
    }
    expect(scans).toEqual(['XKLMNOPQ'.toLowerCase()])
    expect(text).toBe('25')
  })

  it('lets slow typing into a field through', () => {
    field = { value: '', caret: 0, replace: () => {} }
    const made = capture()
    const told = [...'123456'].map((digit, index) => {
      const pressed = key(`Digit${digit}`, digit, 1_000 + index * 180)
      made.down(pressed.event)
      return pressed.told.prevented
    })
    expect(told).not.toContain(true)
    expect(scans).toEqual([])
  })
})
