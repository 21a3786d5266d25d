import bwip from 'bwip-js/node'
import { encode as encodeQrBytes } from 'uqr'

/** A square of modules without its quiet zone. */
export interface QrModules {
  readonly side: number
  /** Row by row; true is dark. */
  readonly dark: readonly boolean[]
}

const printableAscii = /^[ -~]+$/

/** bwip-js mixes modes as ISO/IEC 18004 annex J advises, which near a version's capacity can outgrow plain bytes. */
const isOutgrown = (error: unknown): boolean => String(error).includes('qrcodeNoValidSymbol')

const inPlainBytes = (data: string, version: number): QrModules => {
  const bytes = [...Buffer.from(data, 'ascii')]
  const range = { minVersion: version, maxVersion: version }
  const { data: rows } = encodeQrBytes(bytes, { ...range, ecc: 'M', boostEcc: false, border: 0 })
  return { side: rows.length, dark: rows.flat() }
}

/**
 * The modules of a QR code of error correction M.
 * @param version 1 to 40; without one, the smallest that holds `data`
 * @throws RangeError when `data` is not printable ASCII
 */
export const qrModules = (data: string, version?: number): QrModules => {
  if (!printableAscii.test(data)) throw new RangeError('symbols take printable ASCII only')
  const options = {
    bcid: 'qrcode',
    text: data,
    eclevel: 'M',
    ...(version === undefined ? {} : { version: String(version) }),
  }
  try {
    const [symbol] = bwip.raw(options)
    if (symbol === undefined || !('pixs' in symbol)) throw new Error('no matrix symbol was made')
    return { side: symbol.pixx, dark: Array.from(symbol.pixs, (module) => module === 1) }
  } catch (error) {
    if (version === undefined || !isOutgrown(error)) throw error
    return inPlainBytes(data, version)
  }
}
