import { readDeviceAddress } from '#shared/domain/device-address.ts'
import type { FramingOptions } from '#shared/domain/scan-framing.ts'

interface ScannerSetting extends FramingOptions {
  readonly id: string
  readonly address: string
}

/** What is wrong with which key of which scanner. */
export interface ScannerFault {
  readonly index: number
  readonly key: keyof ScannerSetting
  readonly message: string
}

/** Scanners that type are read key by key. */
const wedgeEnds: readonly string[] = ['Enter', 'Tab']
const mostWedgeGapMs = 120
const typable = /^[ -~]*$/

const ownFaults = (scanner: ScannerSetting, index: number): readonly ScannerFault[] => {
  const { address, framing, prefix, suffix, gapMs } = scanner
  const read = readDeviceAddress(address)
  const kind = read.ok ? read.value.kind : 'serial'
  const fault = (key: keyof ScannerSetting, message: string): ScannerFault => ({
    index,
    key,
    message,
  })
  if (kind === 'virtual') {
    return (['framing', 'prefix', 'suffix', 'gapMs'] as const)
      .filter((key) => scanner[key] !== undefined)
      .map((key) => fault(key, 'a virtual scanner has none'))
  }
  const faults: ScannerFault[] = []
  if (kind !== 'serial' && framing !== undefined) {
    faults.push(fault('framing', 'only a serial scanner has one'))
  }
  if (kind !== 'wedge') return faults
  if (suffix !== undefined && !wedgeEnds.includes(suffix)) {
    faults.push(fault('suffix', `of a wedge is a key, one of: ${wedgeEnds.join(', ')}`))
  }
  if (gapMs !== undefined && gapMs > mostWedgeGapMs) {
    faults.push(fault('gapMs', `of a wedge must not be more than ${mostWedgeGapMs}`))
  }
  if (prefix !== undefined && !typable.test(prefix)) {
    faults.push(fault('prefix', 'of a wedge must be typed on a US keyboard'))
  }
  return faults
}

/** The first one that repeats what another one has; keyboards have no address of their own. */
const repeated = (
  scanners: readonly ScannerSetting[],
  key: 'id' | 'address',
): readonly ScannerFault[] => {
  const values = scanners.map((scanner) => scanner[key])
  const index = values.findIndex(
    (value, at) =>
      values.indexOf(value) !== at && (key === 'id' || (value !== 'wedge' && value !== 'virtual')),
  )
  return index < 0 ? [] : [{ index, key, message: `is already the ${key} of another scanner` }]
}

/** Keyboards look all alike: what several scanners type is told apart by what it begins with. */
const unclear = (scanners: readonly ScannerSetting[]): readonly ScannerFault[] => {
  const wedges = scanners.flatMap(({ address, prefix = '' }, index) =>
    address === 'wedge' ? [{ index, prefix }] : [],
  )
  if (wedges.length < 2) return []
  const bare = wedges.find(({ prefix }) => prefix === '')
  if (bare !== undefined) {
    const message = 'is needed to tell several wedges apart'
    return [{ index: bare.index, key: 'prefix', message }]
  }
  const alike = wedges.find(({ prefix }, at) =>
    wedges.some(
      (other, place) =>
        place < at && (other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix)),
    ),
  )
  return alike === undefined
    ? []
    : [{ index: alike.index, key: 'prefix', message: 'begins like that of another wedge' }]
}

/** What no single value of the settings shows to be wrong. */
export const checkScanners = (scanners: readonly ScannerSetting[]): readonly ScannerFault[] => [
  ...repeated(scanners, 'id'),
  ...repeated(scanners, 'address'),
  ...unclear(scanners),
  ...scanners.flatMap(ownFaults),
]
