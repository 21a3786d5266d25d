import { tuningScales } from '#shared/domain/printer-config.ts'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { Bitmap } from '../bitmap.ts'
import { drawLabel } from '../draw-label.ts'
import { moveBitmap } from '../move-bitmap.ts'
import type { EncodeLabel } from './encoder.ts'
import { rasterBand } from './escpos-raster.ts'
import { hasRealTimeCommand } from './escpos-real-time.ts'
import { movedByOffset } from './offset.ts'
import { checkTuning, untuned } from './tuning.ts'

/** `ESC @`: nothing of an earlier job remains. The builder has it, but its types do not. */
const initialise = Buffer.from([0x1b, 0x40])
/** Rows of one picture: receipt-class printers have a buffer of little more, and print what they have got. */
const bandRows = 256
/** Times four lines of 1/6 inch: 17 mm, about what lies between the head and the knife. */
const feedsBeforeCut = 1

/** Dots to the right that are tried until no row of dots reads as a real-time command. */
const nudges = [0, 1, -1, 2, -2, 3, -3, 4, -4]

const jobOf = (bitmap: Bitmap): Uint8Array => {
  // One builder a label, since it keeps what it was given; without an interface, since its transports lose bytes.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' })
  builder.append(initialise)
  for (let top = 0; top < bitmap.height; top += bandRows) {
    builder.append(rasterBand(bitmap, top, Math.min(bandRows, bitmap.height - top)))
  }
  builder.cut({ verticalTabAmount: feedsBeforeCut })
  return builder.getBuffer()
}

/**
 * One label in ESC/POS. All of it is a picture, blank rows too: a receipt printer knows no place on the paper, only
 * what comes next. No text ever reaches its interpreter, whose code pages have no rare hanzi. A picture whose dots
 * would by chance be a real-time command is moved by a dot, as a whole, which breaks the bytes up.
 */
export const encodeEscpos: EncodeLabel = (document, dotsPerMm, rasterize, tuning = untuned) => {
  // Speed and density are settings of each model here, if it has them at all.
  checkTuning(tuning, tuningScales.escpos)
  const drawn = drawLabel(document, dotsPerMm, rasterize)
  const bitmap = movedByOffset(drawn, document, dotsPerMm, tuning)
  for (const nudge of nudges) {
    const moved = nudge === 0 ? bitmap : moveBitmap(bitmap, nudge, 0)
    if (moved === null) continue
    const job = jobOf(moved)
    if (!hasRealTimeCommand(job)) return job
  }
  throw new Error('this label cannot be drawn without a real-time command in its dots')
}
