import { decode, load, out, pointer, struct } from 'koffi'

/** Sets up another printer of this Windows at the port and with the driver of one that is there. */
export const addPrinter = (name: string, like: string): void => {
  const winspool = load('winspool.drv')
  const text = 'str16'
  const rest = 'uint32'
  const printerInfo = struct({
    serverName: text,
    printerName: text,
    shareName: text,
    portName: text,
    driverName: text,
    comment: text,
    location: text,
    devMode: 'void *',
    sepFile: text,
    printProcessor: text,
    datatype: text,
    parameters: text,
    securityDescriptor: 'void *',
    attributes: rest,
    priority: rest,
    defaultPriority: rest,
    startTime: rest,
    untilTime: rest,
    status: rest,
    jobs: rest,
    averagePpm: rest,
  })
  const handle = 'uintptr_t'
  const declare = (call: string, result: string, args: Parameters<typeof winspool.func>[3]) =>
    winspool.func('__stdcall', call, result, args) as (...args: unknown[]) => number
  const openPrinter = declare('OpenPrinterW', 'uint32', [text, out(pointer(handle)), 'void *'])
  const getPrinter = declare('GetPrinterW', 'uint32', [
    handle,
    'uint32',
    'void *',
    'uint32',
    out(pointer('uint32')),
  ])
  const add = declare('AddPrinterW', handle, [text, 'uint32', pointer(printerInfo)])
  const close = declare('ClosePrinter', 'uint32', [handle])

  const opened: [number | null] = [null]
  if (openPrinter(like, opened, null) === 0) throw new Error(`no printer ${like}`)
  const room = Buffer.alloc(16_384)
  if (getPrinter(opened[0], 2, room, room.length, [null]) === 0) throw new Error('GetPrinter')
  const info = decode(room, printerInfo) as Record<string, unknown>
  const added = add(null, 2, {
    ...info,
    printerName: name,
    devMode: null,
    securityDescriptor: null,
  })
  if (added === 0) throw new Error(`AddPrinter ${name}`)
  close(added)
  close(opened[0])
}
