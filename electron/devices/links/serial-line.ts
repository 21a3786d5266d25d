import type { SerialPort } from 'serialport'
import { AppError } from '#shared/errors.ts'
import {
  deviceAddressText,
  type SerialAddress,
  type UsbIdentity,
} from '#shared/domain/device-address.ts'
import { deviceGone } from './device-problem.ts'
import { endAtHangUp } from './end-at-hang-up.ts'
import type { OpenLine } from './link.ts'
import type { ListPorts, SerialPortInfo } from './list-devices.ts'

const isDevice =
  ({ vendorId, productId, serialNumber }: UsbIdentity) =>
  ({ usb }: SerialPortInfo): boolean =>
    usb !== null &&
    usb.vendorId === vendorId &&
    usb.productId === productId &&
    (serialNumber === null || usb.serialNumber === serialNumber)

/** Where the device is plugged in now: never another one that stands at its old port. */
const pathNow = async (address: SerialAddress, listPorts: ListPorts): Promise<string> => {
  const { usb, path } = address
  if (usb === null) return path
  const found = (await listPorts()).filter(isDevice(usb))
  const port = found.find((candidate) => candidate.path === path) ?? found[0]
  if (port !== undefined) return port.path
  const text = deviceAddressText(address)
  throw new AppError('device-missing', `${text} is not plugged in`, {
    details: { address: text },
    retryable: true,
  })
}

const opened = (port: SerialPort): Promise<void> =>
  new Promise((resolve, reject) => {
    port.open((error) => (error === null ? resolve() : reject(error)))
  })

const closed = (port: SerialPort): Promise<void> =>
  new Promise((resolve) => {
    if (!port.isOpen) return resolve()
    // A port that is gone already has nothing to close, and says so.
    port.close(() => resolve())
  })

/** Opens a serial port for this program alone. */
export const serialLine =
  (address: SerialAddress, listPorts: ListPorts): OpenLine =>
  async ({ bytes, gone }) => {
    // Loaded only where a port is used: the station must be ready before anything of it is.
    const { SerialPort } = await import('serialport')
    const text = deviceAddressText(address)
    const { baudRate, dataBits, parity, stopBits } = address
    const path = await pathNow(address, listPorts)
    const port = new SerialPort({ path, baudRate, dataBits, parity, stopBits, autoOpen: false })
    let isOurs = true
    // Without a listener an error of the port would end the program; what ends the port closes it too.
    let fault: Error | null = null
    port.on('error', (error) => {
      fault = error
    })
    port.on('close', (error: Error | null) => {
      const reason = error ?? fault ?? new Error('disconnected')
      if (isOurs) gone(deviceGone(reason, text))
    })
    await opened(port)
    endAtHangUp(port.port)
    // Only now: nothing may be read before it is known how the port ends.
    port.on('data', bytes)
    return {
      write: (data) =>
        new Promise((resolve, reject) => {
          port.write(data, (error) => (error == null ? resolve() : reject(error)))
        }),
      close: () => {
        isOurs = false
        return closed(port)
      },
    }
  }
