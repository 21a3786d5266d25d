import type { UsbIdentity } from '#shared/domain/device-address.ts'
import { hidUsagePages } from './hid-line.ts'

export interface SerialPortInfo {
  readonly path: string
  readonly maker: string | null
  readonly usb: UsbIdentity | null
}

/** The serial ports there are. Rejects when the system cannot tell. */
export type ListPorts = () => Promise<readonly SerialPortInfo[]>

/** As serialport tells it. */
interface FoundPort {
  readonly path: string
  readonly manufacturer?: string | undefined
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
  readonly serialNumber?: string | undefined
}

const number = (digits: string | undefined): number | null =>
  digits !== undefined && /^[\dA-Fa-f]{1,4}$/.test(digits) ? Number.parseInt(digits, 16) : null

/** As serialport finds them: over the registry of Windows, or udevadm on Linux. */
export const listSerialPorts: ListPorts = async () => {
  const { SerialPort } = await import('serialport')
  // serialport's package hides the type of this from a strict resolver.
  const ports: readonly FoundPort[] = await SerialPort.list()
  return ports.map(({ path, manufacturer, vendorId, productId, serialNumber }) => {
    const vendor = number(vendorId)
    const product = number(productId)
    return {
      path,
      maker: manufacturer ?? null,
      usb:
        vendor === null || product === null
          ? null
          : { vendorId: vendor, productId: product, serialNumber: serialNumber ?? null },
    }
  })
}

export interface HidDeviceInfo extends UsbIdentity {
  readonly device: keyof typeof hidUsagePages
  readonly maker: string | null
  readonly product: string | null
}

/** The scanners and scales of HID there are. Rejects when the system cannot tell. */
export type ListHid = () => Promise<readonly HidDeviceInfo[]>

/** As hidapi finds them, by usage page. */
export const listHidDevices: ListHid = async () => {
  const { devicesAsync } = await import('node-hid')
  const found = await devicesAsync()
  return found.flatMap(
    ({ usagePage, vendorId, productId, serialNumber, manufacturer, product }): HidDeviceInfo[] => {
      const device = (['scanner', 'scale'] as const).find((one) => hidUsagePages[one] === usagePage)
      if (device === undefined) return []
      return [
        {
          device,
          vendorId,
          productId,
          serialNumber: serialNumber === undefined || serialNumber === '' ? null : serialNumber,
          maker: manufacturer ?? null,
          product: product ?? null,
        },
      ]
    },
  )
}
