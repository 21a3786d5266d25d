import { AppError } from '#shared/errors.ts'

export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'virtual' }

const rawPort = 9100

const tcpAddress = (text: string): PrinterAddress | null => {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.hostname === '' || url.username !== '' || url.password !== '') return null
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null
  const port = url.port === '' ? rawPort : Number(url.port)
  // An IPv6 address stands in brackets in an address, but not in a connect.
  return port === 0 ? null : { kind: 'tcp', host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port }
}

/**
 * Reads a printer's address: `tcp://host:port` (9100 unless named), `file:path` or `virtual`.
 * @throws AppError invalid-input
 */
export const parsePrinterAddress = (text: string): PrinterAddress => {
  const path = text.startsWith('file:') ? text.slice('file:'.length) : ''
  const address: PrinterAddress | null =
    text === 'virtual'
      ? { kind: 'virtual' }
      : path !== ''
        ? { kind: 'file', path }
        : text.startsWith('tcp://')
          ? tcpAddress(text)
          : null
  if (address === null) {
    throw new AppError('invalid-input', `not a printer address: ${text}`, {
      details: { address: text, expected: 'tcp://host:port, file:path or virtual' },
    })
  }
  return address
}
