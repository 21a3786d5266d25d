import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDeviceAddress, type SerialAddress } from '#shared/domain/device-address.ts'
import { openPtyPair, type PtyPair } from '#tests/support/pty-pair.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { DeviceLink } from './link.ts'
import type { ListPorts } from './list-devices.ts'
import { openLink } from './open-link.ts'

let cable: PtyPair
let link: DeviceLink
let got: Buffer[]

const addressOf = (text: string): SerialAddress => {
  const read = readDeviceAddress(text)
  if (!read.ok || read.value.kind !== 'serial') throw new Error(text)
  return read.value
}

const open = (text: string, listPorts: ListPorts = () => Promise.resolve([])): DeviceLink => {
  link = openLink(addressOf(text), 'scanner', {
    listPorts,
    // The second until the next try is not what is tested.
    after: (_ms, run) => {
      const timer = setTimeout(run, 5)
      return () => clearTimeout(timer)
    },
    clock: () => performance.now(),
  })
  got = []
  link.onBytes(({ bytes }) => got.push(Buffer.from(bytes)))
  return link
}

const until = (state: 'open' | 'absent'): Promise<unknown> =>
  vi.waitFor(() => expect(link.state()).toBe(state), { timeout: 10_000, interval: 5 })
const text = (): string => Buffer.concat(got).toString('latin1')
const untilText = (expected: string): Promise<unknown> =>
  vi.waitFor(() => expect(text()).toBe(expected), { timeout: 10_000, interval: 5 })

beforeEach(async () => {
  cable = await openPtyPair(tempFolder(), 'port')
})
afterEach(async () => {
  await link.close()
  await cable.unplug()
})

test('bytes go both ways, unchanged', async () => {
  open(`serial:${cable.path}`)
  await until('open')
  expect(link.problem()).toBeNull()
  const all = Uint8Array.from({ length: 256 }, (_, index) => index)
  await cable.send(all)
  await vi.waitFor(() => expect(Buffer.concat(got)).toEqual(Buffer.from(all)))
  await link.write(all)
  let sent = Buffer.alloc(0)
  await vi.waitFor(() => {
    sent = Buffer.concat([sent, cable.received()])
    expect(sent).toEqual(Buffer.from(all))
  })
})

test('a device that is pulled out is told at once, and goes on by itself when it is back', async () => {
  open(`serial:${cable.path}`)
  await until('open')
  const states: string[] = []
  link.onState((state) => states.push(state))
  for (const round of [1, 2, 3]) {
    await cable.unplug()
    await until('absent')
    expect(link.problem()?.code).toBe('device-missing')
    await expect(link.write(Buffer.from('x'))).rejects.toMatchObject({ code: 'device-missing' })
    await cable.plug()
    await until('open')
    got = []
    await cable.send(`round ${round}`)
    await untilText(`round ${round}`)
  }
  expect(states).toEqual(['absent', 'open', 'absent', 'open', 'absent', 'open'])
})

test('a device that is not there when the station starts is taken when it comes', async () => {
  await cable.unplug()
  open(`serial:${cable.path}`)
  await vi.waitFor(() => expect(link.problem()?.code).toBe('device-missing'))
  expect(link.state()).toBe('absent')
  await cable.plug()
  await until('open')
})

test('a port that another program holds is told as that, and taken once it is free', async () => {
  const other = open(`serial:${cable.path}`)
  await until('open')
  open(`serial:${cable.path}`)
  await vi.waitFor(() => expect(link.problem()?.code).toBe('device-busy'))
  await other.close()
  await until('open')
})

test('something that is no serial port is refused in words', async () => {
  open('serial:/dev/null')
  await vi.waitFor(() => expect(link.problem()?.code).toBe('device-failed'))
})

test('a device known by its identity is followed to another port, and no other is taken for it', async () => {
  const usb = { vendorId: 0x1a86, productId: 0x7523, serialNumber: 'B2' }
  let ports: Awaited<ReturnType<ListPorts>> = [
    { path: cable.path, maker: null, usb: { ...usb, serialNumber: 'A1' } },
  ]
  open(`serial:${cable.path}?usb=1A86:7523:B2`, () => Promise.resolve(ports))
  await vi.waitFor(() => expect(link.problem()?.code).toBe('device-missing'))
  await link.close()
  ports = [{ path: cable.path, maker: null, usb }]
  open('serial:/dev/somewhere-else?usb=1A86:7523:B2', () => Promise.resolve(ports))
  await until('open')
  await cable.send('moved')
  await untilText('moved')
})

test('nothing is told after closing, and closing twice is fine', async () => {
  open(`serial:${cable.path}`)
  await until('open')
  await link.close()
  await link.close()
  const states: string[] = []
  link.onState((state) => states.push(state))
  await cable.unplug()
  await cable.plug()
  await cable.send('late')
  expect(link.state()).toBe('absent')
  expect([states, text()]).toEqual([[], ''])
})

test('closing while the port is being opened leaves nothing open', async () => {
  await open(`serial:${cable.path}`).close()
  const next = open(`serial:${cable.path}`)
  await until('open')
  expect(next.problem()).toBeNull()
})
