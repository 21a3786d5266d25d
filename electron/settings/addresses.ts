import { readDeviceAddress } from '#shared/domain/device-address.ts'
import { readPrinterAddress } from '#shared/domain/printer-address.ts'

/** What is wrong with an address, or null: what this version can drive is told from what nobody can. */
export type AddressCheck = (address: string) => string | null

export const checkPrinterAddress: AddressCheck = (address) => {
  const read = readPrinterAddress(address)
  return read.ok ? null : read.error
}

export const checkScannerAddress: AddressCheck = (address) => {
  const read = readDeviceAddress(address)
  return read.ok ? null : read.error
}

export const checkScaleAddress: AddressCheck = (address) => {
  const read = readDeviceAddress(address)
  if (!read.ok) return read.error
  return read.value.kind === 'wedge' ? 'must be serial:…, hid:… or virtual for a scale' : null
}
