import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface ReadSymbol {
  readonly format: 'code128' | 'qr'
  readonly text: string
}

const formats = { Code128: 'code128', QRCode: 'qr' } as const

/** Reads the symbols of a picture as a scanner would, by a decoder that others wrote. */
export const createSymbolReader = () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  // It would be fetched from the net otherwise.
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })
  return async (png: Uint8Array): Promise<readonly ReadSymbol[]> => {
    const found = await readBarcodes(new Uint8Array(png), {
      formats: ['Code128', 'QRCode'],
      tryHarder: true,
    })
    return found.flatMap(({ format, text, isValid }) => {
      const known = Object.entries(formats).find(([name]) => name === format)?.[1]
      return known === undefined || !isValid ? [] : [{ format: known, text }]
    })
  }
}
