import { expect } from '@playwright/test'
import type { TcpPrinter } from '#tests/support/tcp-printer.ts'
import type { PackPage } from './pack-page.ts'
import { type PrintedMark, readPrintedMark } from './printed-marks.ts'
import type { SandboxProcess } from './sandbox-process.ts'

/** Labels that the printer got after the first `from`, drawn and read; waits until `count` came. */
export const marksFrom = async (
  printer: TcpPrinter,
  from: number,
  count = 2,
): Promise<readonly PrintedMark[]> => {
  await printer.ended(from + count)
  return Promise.all(printer.received.slice(from, from + count).map(readPrintedMark))
}

/** 装完 and a stable weight: seals the carton on the bench and waits until its marks can be scanned back. */
export const sealCarton = async (pack: PackPage): Promise<string> => {
  const code = await pack.code()
  await pack.press('F8')
  await pack.expectStep('weighing')
  await pack.place(null)
  await pack.expectStep('scan-back')
  return code
}

/** Seals the carton on the bench and scans both marks back by their bars. */
export const finishCarton = async (pack: PackPage): Promise<string> => {
  const code = await sealCarton(pack)
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  return code
}

/** Scans the marks of the carton on the bench back as decoders of two makes read them; `from` as in `marksFrom`. */
export const proveMarks = async (
  { pack, printer }: { readonly pack: PackPage; readonly printer: TcpPrinter },
  from = 0,
): Promise<void> => {
  const code = await pack.code()
  for (const { bars, qr } of await marksFrom(printer, from)) {
    expect(bars).toBe(code)
    await pack.scan(qr)
  }
  await pack.expectVerdict('carton-verified')
}

/** Waits until the server has these cartons, each verified, and no other; it lists them by code. */
export const expectDelivered = (server: SandboxProcess, codes: readonly string[]): Promise<void> =>
  expect
    .poll(async () => (await server.cartons()).map((known) => [known.carton_code, known.status]))
    .toEqual(codes.toSorted().map((code) => [code, 'verified']))
