import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeviceAddress, deviceAddressText, readDeviceAddress } from './device-address.ts'

const serial = {
  kind: 'serial',
  path: 'COM3',
  baudRate: 9600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  usb: null,
} as const

test.each([
  ['wedge', { kind: 'wedge' }],
  ['virtual', { kind: 'virtual' }],
  ['serial:COM3', serial],
  ['serial:COM3?', serial],
  [
    'serial:/dev/serial/by-id/usb-x?baud=115200&data=7&parity=even&stop=2',
    {
      ...serial,
      path: '/dev/serial/by-id/usb-x',
      baudRate: 115_200,
      dataBits: 7,
      parity: 'even',
      stopBits: 2,
    },
  ],
  [
    'serial:COM3?usb=1a86:7523:A5 0',
    { ...serial, usb: { vendorId: 0x1a86, productId: 0x7523, serialNumber: 'A5 0' } },
  ],
  ['hid:0C2E:0B61', { kind: 'hid', vendorId: 0x0c2e, productId: 0x0b61, serialNumber: null }],
] as const)('%s is read', (text, address) => {
  expect(readDeviceAddress(text)).toEqual({ ok: true, value: address })
})

test.each([
  ['', /must be one of/],
  ['usb:/dev/usb/lp0', /must be one of/],
  ['serial:', /must name a port/],
  ['serial:ttyUSB0', /must name a port/],
  ['serial:COM3?baud=9600?baud=4800', /must name a port/],
  ['serial:/dev/tty\u0000', /must name a port/],
  ['serial:COM3?baud=0', /baud must be/],
  ['serial:COM3?baud=9600.5', /baud must be/],
  ['serial:COM3?data=9', /data must be/],
  ['serial:COM3?parity=mark', /parity must be/],
  ['serial:COM3?stop=1.5', /stop must be/],
  ['serial:COM3?usb=7523', /usb must be/],
  ['serial:COM3?speed=1', /speed is not known/],
  ['serial:COM3?baud', /is not known/],
  ['hid:1:2', /must name a device/],
])('%j is refused with what has to be written', (text, says) => {
  const read = readDeviceAddress(text)
  expect(read.ok ? '' : read.error).toMatch(says)
})

const usb = fc.record({
  vendorId: fc.nat(0xffff),
  productId: fc.nat(0xffff),
  serialNumber: fc.option(fc.stringMatching(/^[0-9A-Za-z_.-]{1,40}$/)),
})
const addresses: fc.Arbitrary<DeviceAddress> = fc.oneof(
  usb.map((identity) => ({ kind: 'hid' as const, ...identity })),
  fc.record({
    kind: fc.constant('serial' as const),
    path: fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((port) => `COM${port}`),
      fc.stringMatching(/^\/dev\/[0-9A-Za-z/_.:-]{1,60}$/),
    ),
    baudRate: fc.integer({ min: 300, max: 921_600 }),
    dataBits: fc.constantFrom(7 as const, 8 as const),
    parity: fc.constantFrom('none' as const, 'even' as const, 'odd' as const),
    stopBits: fc.constantFrom(1 as const, 2 as const),
    usb: fc.option(usb),
  }),
)

test('what is written is read again', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readDeviceAddress(deviceAddressText(address))).toEqual({ ok: true, value: address })
    }),
  )
})

test('a serial number that no address can hold is left out', () => {
  const text = deviceAddressText({ kind: 'hid', vendorId: 1, productId: 2, serialNumber: 'a:b' })
  expect(text).toBe('hid:0001:0002')
})
