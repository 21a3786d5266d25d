import type { FoundDeviceView } from '#shared/contract/device-views.ts'
import { deviceAddressText, readDeviceAddress } from '#shared/domain/device-address.ts'
import type { ListHid, ListPorts, SerialPortInfo } from '../links/list-devices.ts'

export interface SearchParts {
  readonly listPorts: ListPorts
  readonly listHid: ListHid
  /** The system cannot tell what is plugged in. */
  readonly onFault: (error: unknown) => void
}

/** Finds what is plugged in, and by what it is known again. */
export interface DeviceSearch {
  /** What none of these addresses means; null when the system cannot tell. */
  find(taken: readonly string[]): Promise<FoundDeviceView[] | null>
  /** The address with the USB identity of what stands at its port now, where there is one. */
  withIdentity(address: string): Promise<string>
}

const serialText = ({ path, usb }: SerialPortInfo): string =>
  deviceAddressText({
    kind: 'serial',
    path,
    baudRate: 9600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    usb,
  })

/** The port or the device, whatever its settings. */
const placeOf = (address: string): string => {
  const read = readDeviceAddress(address)
  if (!read.ok) return address
  return read.value.kind === 'serial' ? `serial:${read.value.path}` : deviceAddressText(read.value)
}

const nameOf = (...words: (string | null)[]): string =>
  words.filter((word) => word !== null && word.trim() !== '').join(' ')

export const createDeviceSearch = ({ listPorts, listHid, onFault }: SearchParts): DeviceSearch => ({
  find: async (taken) => {
    const places = new Set(taken.map(placeOf))
    const [ports, hid] = await Promise.allSettled([listPorts(), listHid()])
    for (const found of [ports, hid]) if (found.status === 'rejected') onFault(found.reason)
    if (ports.status === 'rejected' && hid.status === 'rejected') return null
    const all: FoundDeviceView[] = [
      ...(hid.status === 'fulfilled' ? hid.value : []).map((one) => ({
        address: deviceAddressText({ kind: 'hid', ...one }),
        device: one.device,
        name: nameOf(one.maker, one.product),
      })),
      // The ports of a main board, where nothing tells that something is plugged in, come last.
      ...(ports.status === 'fulfilled' ? ports.value : [])
        .toSorted((one, other) => Number(one.usb === null) - Number(other.usb === null))
        .map((port) => ({
          address: serialText(port),
          device: 'serial' as const,
          name: nameOf(port.maker),
        })),
    ]
    return all.filter(({ address }) => !places.has(placeOf(address)))
  },
  withIdentity: async (address) => {
    const read = readDeviceAddress(address)
    if (!read.ok || read.value.kind !== 'serial' || read.value.usb !== null) return address
    const { path } = read.value
    try {
      const port = (await listPorts()).find((one) => one.path === path)
      return deviceAddressText({ ...read.value, usb: port?.usb ?? null })
    } catch (error) {
      // The port can be used all the same; it is only not known again elsewhere.
      onFault(error)
      return address
    }
  },
})
