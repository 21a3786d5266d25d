import type { VirtualPrinter } from '../virtual-printer.ts'
import { createFileTransport } from './file.ts'
import { parsePrinterAddress } from './printer-address.ts'
import { createTcpTransport } from './tcp.ts'
import type { Transport } from './transport.ts'
import { createVirtualTransport } from './virtual.ts'

/**
 * The way to the printer at `address`. Nothing is connected before the first send.
 * @throws AppError invalid-input when it is not an address
 */
export const openTransport = (
  address: string,
  virtualPrinter: Pick<VirtualPrinter, 'print'>,
): Transport => {
  const parsed = parsePrinterAddress(address)
  switch (parsed.kind) {
    case 'tcp':
      return createTcpTransport(parsed.host, parsed.port)
    case 'file':
      return createFileTransport(parsed.path)
    case 'virtual':
      return createVirtualTransport(virtualPrinter)
  }
}
