import { tuningScales } from '#shared/domain/printer-config.ts'
import { drawLabel } from '../draw-label.ts'
import type { EncodeLabel } from './encoder.ts'
import { inkBands } from './ink-bands.ts'
import { movedByOffset } from './offset.ts'
import { checkTuning, untuned } from './tuning.ts'

// Commands and parameters: TSPL/TSPL2 Programming Language, TSC Auto ID; lines end in CR LF.

/** The gap between two labels on the roll, in mm: what die-cut rolls have. */
const gap = 2
/** Printers of this class take a picture into a buffer of their own before they draw it. */
const bandBytes = 60_000
const line = (text: string): Uint8Array => Buffer.from(`${text}\r\n`, 'ascii')

/** In BITMAP a dot that prints is 0. */
const inverted = (data: Uint8Array): Uint8Array => data.map((byte) => ~byte & 0xff)

/**
 * One label in TSPL. All of it is a picture, symbols in whole dots included: no text ever reaches the printer's own
 * interpreter, and no font or encoder of a maker's shows.
 */
export const encodeTspl: EncodeLabel = (document, dotsPerMm, rasterize, tuning = untuned) => {
  checkTuning(tuning, tuningScales.tspl)
  const { speed, darkness } = tuning
  const drawn = drawLabel(document, dotsPerMm, rasterize)
  const bitmap = movedByOffset(drawn, document, dotsPerMm, tuning)
  const pictures = inkBands(bitmap, bandBytes).flatMap(({ top, rows, data }) => [
    Buffer.from(`BITMAP 0,${top},${bitmap.stride},${rows},0,`, 'ascii'),
    inverted(data),
    line(''),
  ])
  return Buffer.concat([
    line(`SIZE ${document.width} mm,${document.height} mm`),
    line(`GAP ${document.endless === true ? 0 : gap} mm,0 mm`),
    // After a fault the printer must not print the label a second time by itself.
    line('SET REPRINT OFF'),
    ...(speed === undefined ? [] : [line(`SPEED ${speed}`)]),
    ...(darkness === undefined ? [] : [line(`DENSITY ${darkness}`)]),
    line('DIRECTION 1'),
    line('REFERENCE 0,0'),
    line('CLS'),
    ...pictures,
    line('PRINT 1,1'),
  ])
}
