import { maxScanLength, unreadable } from '#shared/domain/scan-code.ts'
import type { FramingOptions } from '#shared/domain/scan-framing.ts'
import type { Framed, Framing } from './framing.ts'
import { scanText } from './scan-text.ts'

// The scanned data report of HID POS scanners (HID Point of Sale Usage Tables 1.02, usage page 8Ch), as Honeywell, Zebra and
// Datalogic lay it out: id 2, length of the data, AIM id in three bytes (zeros when there is none), 56 bytes of data, two
// of the maker's own, and flags of which bit 0 tells that the next report goes on with this scan.
const reportId = 2
const lengthAt = 1
const aimAt = 2
const dataAt = 5
const dataRoom = 56
const flagsAt = 63
const continued = 0x01

const mostBytes = 4 * (maxScanLength + 128)
const aimShape = /^\][A-Za-z][0-9A-Za-z]$/
const fragment: Framed = { kind: 'fragment' }

/** Reads a HID POS scanner, one report a call, its id first. No hardware has confirmed it. */
export const createHidPosFraming = (options: FramingOptions = {}): Framing => {
  let aim = ''
  let held: number[] = []
  let isGoingOn = false
  let isTooLong = false

  const clear = (): void => {
    aim = ''
    held = []
    isGoingOn = false
    isTooLong = false
  }
  const breakOff = (): readonly Framed[] => {
    const wasGoingOn = isGoingOn
    clear()
    return wasGoingOn ? [fragment] : []
  }
  const finish = (): readonly Framed[] => {
    const data = scanText(Uint8Array.from(held), options) + (isTooLong ? unreadable : '')
    // Some scanners are set to send the AIM id with the data as well.
    const text = data.startsWith(aim) ? data : aim + data
    clear()
    return data === '' ? [] : [{ kind: 'scan', text }]
  }

  const take = (report: Uint8Array): readonly Framed[] => {
    // Triggers and states of the device have reports of their own.
    if (report[0] !== reportId) return []
    const length = report[lengthAt] ?? 0
    const flags = report[flagsAt]
    if (flags === undefined || length > dataRoom) {
      clear()
      return [fragment]
    }
    if (!isGoingOn) {
      const id = String.fromCharCode(...report.subarray(aimAt, dataAt))
      aim = aimShape.test(id) ? id : ''
    }
    if (held.length + length > mostBytes) isTooLong = true
    else held.push(...report.subarray(dataAt, dataAt + length))
    isGoingOn = (flags & continued) !== 0
    return isGoingOn ? [] : finish()
  }

  return {
    gapMs: options.gapMs ?? 300,
    take,
    isUnfinished: () => isGoingOn,
    rest: breakOff,
    cut: breakOff,
  }
}
