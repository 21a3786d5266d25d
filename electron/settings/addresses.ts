/** What is wrong with an address, or null: what this version can drive is told from what nobody can. */
export type AddressCheck = (address: string) => string | null

const tcpAddress = (address: string): string | null => {
  if (!URL.canParse(address)) return 'must be tcp://host:port, e.g. tcp://192.168.1.50:9100'
  const { hostname, port, username, password, pathname, search, hash } = new URL(address)
  if (hostname === '') return 'must name a host, e.g. tcp://192.168.1.50:9100'
  if (port === '0') return 'must name a port of 1 to 65535'
  const rest = [username, password, search, hash].join('') + pathname.replace(/^\/$/, '')
  return rest === '' ? null : 'must be no more than tcp://host:port'
}

const supportedPrinters = 'tcp://host:port, file:path and virtual'

export const checkPrinterAddress: AddressCheck = (address) => {
  if (address === 'virtual') return null
  if (address.startsWith('tcp://')) return tcpAddress(address)
  if (address.startsWith('file:')) {
    return address === 'file:' ? 'must name a path behind file:' : null
  }
  return /^(cups|usb):./.test(address)
    ? `${address} cannot be driven by this version yet; supported are ${supportedPrinters}`
    : `must be one of ${supportedPrinters}`
}

export const checkScannerAddress: AddressCheck = (address) => {
  if (address === 'wedge' || address === 'virtual') return null
  return /^(serial|hid):./.test(address)
    ? `${address} cannot be driven by this version yet; supported are wedge and virtual`
    : 'must be one of wedge and virtual'
}

export const checkScaleAddress: AddressCheck = (address) => {
  if (address === 'virtual') return null
  return /^(serial|hid):./.test(address)
    ? `${address} cannot be driven by this version yet; supported are virtual and no scale (null)`
    : 'must be virtual, or the scale must be null'
}
