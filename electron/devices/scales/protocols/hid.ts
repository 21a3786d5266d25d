import { scaledGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import type { ScaleProtocol } from './protocol.ts'

/** Report id, status, unit, exponent, and the figure in two bytes, low one first. */
const dataReport = 3
const reportLength = 6

/** Weight units (HID Point of Sale Usage Tables 1.02, table 4-3) that a packing scale may have. */
const units: ReadonlyMap<number, string> = new Map([
  [0x01, 'mg'],
  [0x02, 'g'],
  [0x03, 'kg'],
  [0x08, 't'],
  [0x0b, 'oz'],
  [0x0c, 'lb'],
])

const statusReports = new Map<number, ScaleReport>([
  [1, { kind: 'fault' }],
  [5, { kind: 'underload' }],
  [6, { kind: 'overload' }],
  [7, { kind: 'fault' }],
  [8, { kind: 'fault' }],
])

const read = (report: Uint8Array): ScaleReport | null => {
  const [id, status = 0, unit = 0, exponent = 0, low = 0, high = 0] = report
  if (id !== dataReport || report.length < reportLength) return null
  const said = statusReports.get(status)
  if (said !== undefined) return said
  if (status < 2 || status > 4) return null
  // Two's complement in one byte.
  const power = (exponent << 24) >> 24
  const grams = scaledGrams(high * 256 + low, power, units.get(unit) ?? '')
  return grams === null ? null : { kind: 'weight', grams, stable: status !== 3, net: false }
}

/** USB scales of HID usage page 8Dh: one report a call, its id first. No hardware has confirmed it here. */
export const hidScale: ScaleProtocol = {
  id: 'hid',
  createParser: () => {
    let frames = 0
    let bad = 0
    return {
      push: (report) => {
        // Other reports, such as the scale's limits, are none of ours.
        if (report[0] !== dataReport) return []
        const said = read(report)
        if (said === null) bad += 1
        else frames += 1
        return said === null ? [] : [said]
      },
      counts: () => ({ frames, bad, noise: 0 }),
    }
  },
  asks: [],
  tare: null,
  zero: null,
}
