import { err, ok, type Result } from '#shared/result.ts'

const parities = ['none', 'even', 'odd'] as const

/** What tells one device of a kind from another wherever it is plugged in; numbers as USB gives them. */
export interface UsbIdentity {
  readonly vendorId: number
  readonly productId: number
  /** Many cheap converters have none: two of those cannot be told apart. */
  readonly serialNumber: string | null
}

export interface SerialAddress {
  readonly kind: 'serial'
  /** `COM3`, or a path such as `/dev/ttyUSB0`. */
  readonly path: string
  readonly baudRate: number
  readonly dataBits: 7 | 8
  readonly parity: (typeof parities)[number]
  readonly stopBits: 1 | 2
  /** When given, the port is the one this device has now; the path is where it was last. */
  readonly usb: UsbIdentity | null
}

export interface HidAddress extends UsbIdentity {
  readonly kind: 'hid'
}

/** Where a scanner or a scale is, and how it is spoken to. */
export type DeviceAddress =
  | SerialAddress
  | HidAddress
  /** A scanner that types like a keyboard. */
  | { readonly kind: 'wedge' }
  | { readonly kind: 'virtual' }

type Reading<Address> = Result<Address, string>

const portName = /^(?:COM\d{1,3}|\/[^\p{Cc}?]{1,250})$/u
/** Vendor and product in four hexadecimal digits; the serial number as the device says it. */
const usbName = /^([\dA-Fa-f]{4}):([\dA-Fa-f]{4})(?::([^\p{Cc}:&?]{1,120}))?$/u
const leastBaud = 300
const mostBaud = 921_600

const readUsb = (text: string): UsbIdentity | null => {
  const [, vendor, product, serialNumber] = usbName.exec(text) ?? []
  if (vendor === undefined || product === undefined) return null
  const hexadecimal = (digits: string): number => Number.parseInt(digits, 16)
  return {
    vendorId: hexadecimal(vendor),
    productId: hexadecimal(product),
    serialNumber: serialNumber ?? null,
  }
}

const serialDefaults = {
  baudRate: 9600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  usb: null,
} as const

/** One `key=value`, or what has to stand there instead. */
const readOption = (key: string, value: string): Reading<Partial<SerialAddress>> => {
  switch (key) {
    case 'baud': {
      const baudRate = Number(value)
      const fits = /^\d{3,6}$/.test(value) && baudRate >= leastBaud && baudRate <= mostBaud
      return fits ? ok({ baudRate }) : err(`baud must be from ${leastBaud} to ${mostBaud}`)
    }
    case 'data':
      return value === '7' || value === '8'
        ? ok({ dataBits: value === '7' ? 7 : 8 })
        : err('data must be 7 or 8')
    case 'parity': {
      const parity = parities.find((known) => known === value)
      return parity === undefined ? err(`parity must be ${parities.join(', ')}`) : ok({ parity })
    }
    case 'stop':
      return value === '1' || value === '2'
        ? ok({ stopBits: value === '1' ? 1 : 2 })
        : err('stop must be 1 or 2')
    case 'usb': {
      const usb = readUsb(value)
      return usb === null
        ? err('usb must be VID:PID or VID:PID:SERIAL, e.g. 1A86:7523')
        : ok({ usb })
    }
    default:
      return err(`${key} is not known; known are baud, data, parity, stop and usb`)
  }
}

const readSerial = (rest: string): Reading<SerialAddress> => {
  const [path = '', query, ...more] = rest.split('?')
  if (!portName.test(path) || more.length > 0) {
    return err('must name a port, e.g. serial:COM3?baud=9600 or serial:/dev/ttyUSB0?baud=9600')
  }
  const options: Partial<SerialAddress>[] = []
  for (const option of query === undefined || query === '' ? [] : query.split('&')) {
    const at = option.indexOf('=')
    const read = readOption(option.slice(0, Math.max(at, 0)), option.slice(at + 1))
    if (!read.ok) return read
    options.push(read.value)
  }
  return ok(Object.assign({ kind: 'serial', path, ...serialDefaults } as const, ...options))
}

const readHid = (rest: string): Reading<HidAddress> => {
  const usb = readUsb(rest)
  return usb === null
    ? err('must name a device, e.g. hid:0C2E:0B61 or hid:0C2E:0B61:SERIAL')
    : ok({ kind: 'hid', ...usb })
}

/**
 * Reads the address of a scanner or a scale: `serial:PORT?baud=9600&data=8&parity=none&stop=1&usb=VID:PID:SERIAL` (those
 * are the defaults, without `usb`), `hid:VID:PID:SERIAL`, `wedge` or `virtual`; else what has to be written instead.
 */
export const readDeviceAddress = (text: string): Reading<DeviceAddress> => {
  if (text === 'wedge' || text === 'virtual') return ok({ kind: text })
  if (text.startsWith('serial:')) return readSerial(text.slice('serial:'.length))
  if (text.startsWith('hid:')) return readHid(text.slice('hid:'.length))
  return err('must be one of serial:PORT?baud=9600, hid:VID:PID, wedge and virtual')
}

const usbText = ({ vendorId, productId, serialNumber }: UsbIdentity): string => {
  const hexadecimal = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')
  const ids = `${hexadecimal(vendorId)}:${hexadecimal(productId)}`
  // What cannot stand in an address is left out: the device is then known by its kind alone.
  const whole = `${ids}:${serialNumber ?? ''}`
  return serialNumber !== null && usbName.test(whole) ? whole : ids
}

/** The shortest text that reads as this address. */
export const deviceAddressText = (address: DeviceAddress): string => {
  if (address.kind === 'wedge' || address.kind === 'virtual') return address.kind
  if (address.kind === 'hid') return `hid:${usbText(address)}`
  const { path, baudRate, dataBits, parity, stopBits, usb } = address
  const options = [
    `baud=${baudRate}`,
    ...(dataBits === serialDefaults.dataBits ? [] : [`data=${dataBits}`]),
    ...(parity === serialDefaults.parity ? [] : [`parity=${parity}`]),
    ...(stopBits === serialDefaults.stopBits ? [] : [`stop=${stopBits}`]),
    ...(usb === null ? [] : [`usb=${usbText(usb)}`]),
  ]
  return `serial:${path}?${options.join('&')}`
}
