import { serveCalls } from '#electron/workers/index.ts'
import { createSymbolReader } from './symbol-reader.ts'
import type { DrawnLabel } from './virtual-printer.ts'
import { createZplDrawing, type DrawingMedia } from './zpl-drawing.ts'

const dotsPerMm = 8

/** The size that the label itself tells, as a printer goes by it: `^PW` and `^LL` in dots. */
const mediaOf = (zpl: Uint8Array): DrawingMedia => {
  const head = Buffer.from(zpl.subarray(0, 1_000)).toString('latin1')
  const [, width = 800, length = 1200] = /\^PW(\d{1,5})\^LL(\d{1,5})/.exec(head) ?? []
  return { width: Number(width) / dotsPerMm, height: Number(length) / dotsPerMm, dotsPerMm }
}

const drawing = createZplDrawing()
const read = createSymbolReader()

serveCalls(async (zpl: Uint8Array): Promise<DrawnLabel> => {
  const draw = await drawing
  const png = await draw(zpl, mediaOf(zpl))
  return { png, symbols: await read(png) }
})
