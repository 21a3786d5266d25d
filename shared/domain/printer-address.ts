import { err, ok, type Result } from '#shared/result.ts'

/** Where a printer is, and by which way it is reached. */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'usb'; readonly path: string }
  | { readonly kind: 'cups'; readonly queue: string }
  | { readonly kind: 'windows'; readonly printer: string }
  | { readonly kind: 'virtual' }

type Reading = Result<PrinterAddress, string>

const rawPort = 9100
/** A name, an IPv4 address, or an IPv6 address in brackets; a port; nothing else. */
const hostAndPort = /^(?:\[([\dA-Fa-f:.]+)\]|([^\s\p{Cc}/:?#@[\]\\]+))(?::(\d{1,5}))?\/?$/u
/** Printers at a USB port of Linux (usblp), and no other device: none may be written over by a mistyped address. */
const usbPath = /^\/dev\/(?:usb\/)?lp\d{1,3}$/
/** As CUPS allows a queue to be called: no blank, no control character, neither / nor # (lpadmin(8)). */
const cupsQueue = /^[^\s\u0000-\u001F\u007F/#?'"\\]{1,127}$/
/** A printer of Windows by the name its queue has there, as long as Windows lets one be. */
const windowsName = /^[^\p{Cc}]{1,220}$/u

const readTcp = (rest: string): Reading => {
  const [, bracketed, named, digits] = hostAndPort.exec(rest) ?? []
  // An IPv6 address stands in brackets in an address, but not in a connect.
  const host = bracketed ?? named
  if (host === undefined) return err('must be tcp://host:port, e.g. tcp://192.168.1.50:9100')
  const port = digits === undefined ? rawPort : Number(digits)
  if (port < 1 || port > 65_535) return err('must name a port of 1 to 65535')
  return ok({ kind: 'tcp', host, port })
}

/** What stands behind the prefix. */
const readers: Readonly<Record<string, (rest: string) => Reading>> = {
  'tcp://': readTcp,
  'usb:': (path) =>
    usbPath.test(path)
      ? ok({ kind: 'usb', path })
      : err('must name a USB printer, e.g. usb:/dev/usb/lp0'),
  'cups:': (queue) =>
    cupsQueue.test(queue)
      ? ok({ kind: 'cups', queue })
      : err('must name a queue of CUPS, e.g. cups:zebra'),
  'windows:': (printer) =>
    windowsName.test(printer)
      ? ok({ kind: 'windows', printer })
      : err('must name a printer of Windows, e.g. windows:ZDesigner GK420d'),
  'file:': (path) =>
    path === '' ? err('must name a path behind file:') : ok({ kind: 'file', path }),
}

/**
 * Reads a printer's address: `tcp://host:port` (9100 unless named), `usb:/dev/…`, `cups:queue`, `windows:PRINTER`,
 * `file:path` or `virtual`; else what an administrator has to write instead.
 */
export const readPrinterAddress = (text: string): Reading => {
  if (text === 'virtual') return ok({ kind: 'virtual' })
  for (const [prefix, read] of Object.entries(readers)) {
    if (text.startsWith(prefix)) return read(text.slice(prefix.length))
  }
  return err(
    'must be one of tcp://host:port, usb:/dev/usb/lp0, cups:queue, windows:PRINTER, file:path and virtual',
  )
}
