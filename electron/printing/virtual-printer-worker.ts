import { serveCalls } from './serve-calls.ts'
import { createSymbolReader } from './symbol-reader.ts'
import type { DrawnLabel } from './virtual-printer.ts'
import { createZplDrawing } from './zpl-drawing.ts'

const media = { width: 100, height: 150, dotsPerMm: 8 }

const drawing = createZplDrawing()
const read = createSymbolReader()

serveCalls(async (zpl: Uint8Array): Promise<DrawnLabel> => {
  const draw = await drawing
  const png = await draw(zpl, media)
  return { png, symbols: await read(png) }
})
