import { drawZpl, readByZbar, readByZxing } from '#tests/support/label-oracles.ts'

/** What scanners of two makes agree to read on one printed box mark. */
export interface PrintedMark {
  readonly zpl: Uint8Array
  /** PNG as another program draws the bytes. */
  readonly picture: Uint8Array
  /** The bars: the bare carton code. */
  readonly bars: string
  /** The QR: the carton, its order, warehouse, number, revision, digest and contents. */
  readonly qr: string
}

/** Draws the bytes that a printer received and reads both symbols with zxing and with zbar. */
export const readPrintedMark = async (zpl: Uint8Array): Promise<PrintedMark> => {
  const picture = await drawZpl(zpl)
  const [byZxing, byZbar] = await Promise.all([readByZxing(picture), readByZbar(picture)])
  const [bars, qr] = byZxing
  const agreed = JSON.stringify(byZxing) === JSON.stringify(byZbar)
  if (bars === undefined || qr === undefined || byZxing.length !== 2 || !agreed) {
    throw new Error(`zxing reads ${JSON.stringify(byZxing)}, zbar ${JSON.stringify(byZbar)}`)
  }
  return bars.startsWith('LSC1;')
    ? { zpl, picture, bars: qr, qr: bars }
    : { zpl, picture, bars, qr }
}
