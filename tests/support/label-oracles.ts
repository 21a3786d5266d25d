import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type * as ZplRenderer from 'zpl-renderer-js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Programs that others wrote: what they see on a label is what a printer and a scanner would.

const resolver = createRequire(import.meta.url)
const run = promisify(execFile)

/** Draws a ZPL label by zpl-renderer-js, which takes whole dots a millimetre. Size in mm. */
export const drawZpl = async (
  zpl: Uint8Array,
  dotsPerMm = 8,
  size = { width: 100, height: 150 },
): Promise<Uint8Array> => {
  const { ready } = resolver('zpl-renderer-js') as typeof ZplRenderer
  const { api } = await ready
  return Buffer.from(
    await api.zplToBase64Async(
      Buffer.from(zpl).toString('latin1'),
      size.width,
      size.height,
      dotsPerMm,
    ),
    'base64',
  )
}

/** What zxing reads on a picture, sorted. */
export const readByZxing = async (png: Uint8Array): Promise<readonly string[]> => {
  const file = resolver.resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })
  const found = await readBarcodes(new Uint8Array(png), {
    formats: ['Code128', 'QRCode'],
    tryHarder: true,
  })
  return found.map(({ text }) => text).toSorted()
}

/** What Debian's zbarimg reads on a picture, sorted. Symbologies without a check are off: they see patterns in a QR code. */
export const readByZbar = async (png: Uint8Array): Promise<readonly string[]> => {
  const file = join(tmpdir(), `${randomUUID()}.png`)
  await writeFile(file, png)
  try {
    const { stdout } = await run(
      'zbarimg',
      ['--quiet', '--raw', '-Sdisable', '-Scode128.enable', '-Sqrcode.enable', file],
      { maxBuffer: 1 << 20 },
    )
    return stdout.trimEnd().split('\n').toSorted()
  } finally {
    await rm(file)
  }
}

export interface Dots {
  readonly width: number
  readonly height: number
  readonly isBlack: (x: number, y: number) => boolean
}

/** The dots of a picture. */
export const dotsOf = async (png: Uint8Array): Promise<Dots> => {
  const image = await loadImage(Buffer.from(png))
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, isBlack: (x, y) => (data[(y * width + x) * 4] ?? 255) < 128 }
}

/** Dots as a picture. */
export const pictureOf = ({ width, height, isBlack }: Dots): Uint8Array => {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  pixels.fill(0xff_ff_ff_ff)
  for (let dot = 0; dot < pixels.length; dot += 1) {
    // Opaque black, as a machine of either byte order that runs Node has it: little-endian.
    if (isBlack(dot % width, Math.floor(dot / width))) pixels[dot] = 0xff_00_00_00
  }
  context.putImageData(image, 0, 0)
  return canvas.toBuffer('image/png')
}
