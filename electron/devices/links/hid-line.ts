import type { Device } from 'node-hid'
import { deviceAddressText, type HidAddress } from '#shared/domain/device-address.ts'
import { AppError } from '#shared/errors.ts'
import { deviceGone } from './device-problem.ts'
import type { OpenLine } from './link.ts'

/** HID usage pages (HID Usage Tables 1.5): bar code scanners, and scales. */
export const hidUsagePages = { scanner: 0x8c, scale: 0x8d } as const

/** A device may have several interfaces: a scanner's keyboard is not its reports. */
const fits =
  ({ serialNumber }: HidAddress, usagePage: number) =>
  (device: Device): boolean =>
    device.usagePage === usagePage &&
    (serialNumber === null || device.serialNumber === serialNumber)

/** Opens the interface of a HID device that has this usage page. No hardware has confirmed it yet. */
export const hidLine =
  (address: HidAddress, usagePage: number): OpenLine =>
  async ({ bytes, gone }) => {
    const { devicesAsync, HIDAsync } = await import('node-hid')
    const text = deviceAddressText(address)
    const found = await devicesAsync(address.vendorId, address.productId)
    const path = found.find(fits(address, usagePage))?.path
    if (path === undefined) {
      throw new AppError('device-missing', `${text} is not plugged in`, {
        details: { address: text },
        retryable: true,
      })
    }
    const device = await HIDAsync.open(path)
    device.on('data', bytes)
    // hidapi tells of a device that was pulled out as an error of the next read.
    device.on('error', (error: unknown) => gone(deviceGone(error, text)))
    return {
      write: async (data) => {
        await device.write(Buffer.from(data))
      },
      close: () => device.close(),
    }
  }
