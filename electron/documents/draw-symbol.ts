import type Pdf from 'pdfkit'
import { code128Bars, qrModules } from '#electron/symbols/index.ts'

/** Points of a PDF in a millimetre. */
export const pointsPerMm = 72 / 25.4

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In millimetres: what hand scanners still read at arm's length from a worn sheet. */
const smallestModule = 0.38
const largestModule = 0.7
const code128Quiet = 10
const qrQuiet = 4

type Doc = InstanceType<typeof Pdf>

const rectangle = (doc: Doc, x: number, y: number, width: number, height: number): void => {
  doc.rect(x * pointsPerMm, y * pointsPerMm, width * pointsPerMm, height * pointsPerMm)
}

const drawBars = (doc: Doc, bars: readonly number[], module: number, box: Box): void => {
  const total = bars.reduce((sum, bar) => sum + bar, 0)
  let x = box.x + (box.width - total * module) / 2
  for (const [index, bar] of bars.entries()) {
    if (index % 2 === 0) rectangle(doc, x, box.y, bar * module, box.height)
    x += bar * module
  }
  doc.fill('black')
}

const drawSquare = (doc: Doc, data: string, box: Box): void => {
  const { side, dark } = qrModules(data)
  const module = box.height / (side + 2 * qrQuiet)
  const left = box.x + (box.width - side * module) / 2
  const top = box.y + qrQuiet * module
  for (const [index, isDark] of dark.entries()) {
    if (!isDark) continue
    rectangle(
      doc,
      left + (index % side) * module,
      top + Math.floor(index / side) * module,
      module,
      module,
    )
  }
  doc.fill('black')
}

/**
 * Draws a command code into a box in millimetres, quiet zones inside it: a Code 128 of modules of at least 0.38 mm,
 * or a QR code where that is too wide.
 */
export const drawSymbol = (doc: Doc, data: string, box: Box): void => {
  const bars = code128Bars(data)
  const modules = bars.reduce((sum, bar) => sum + bar, 0) + 2 * code128Quiet
  const module = Math.min(largestModule, box.width / modules)
  if (module < smallestModule) drawSquare(doc, data, box)
  else drawBars(doc, bars, module, box)
}
