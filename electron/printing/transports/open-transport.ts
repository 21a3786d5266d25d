import { cupsServer, createIppClient } from '../ipp/client.ts'
import type { VirtualPrinter } from '../virtual-printer.ts'
import { createCupsTransport } from './cups.ts'
import { createCupsQueue } from './cups-queue.ts'
import { createFileTransport } from './file.ts'
import { parsePrinterAddress } from './printer-address.ts'
import { createTcpTransport } from './tcp.ts'
import type { Transport } from './transport.ts'
import { createUsbTransport } from './usb-lp.ts'
import { createVirtualTransport } from './virtual.ts'
import { openWinspool } from './winspool-dll.ts'
import { createWinspoolTransport } from './winspool.ts'

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
    case 'usb':
      return createUsbTransport(parsed.path)
    case 'cups': {
      const queue = createCupsQueue(createIppClient(cupsServer), parsed.queue)
      return createCupsTransport(queue, address)
    }
    case 'windows':
      return createWinspoolTransport(parsed.printer, openWinspool)
    case 'virtual':
      return createVirtualTransport(virtualPrinter)
  }
}
