import { fitsScale, type TuningScales } from '#shared/domain/printer-config.ts'
import { AppError } from '#shared/errors.ts'

/** What one printer needs otherwise than others, as its ruler label showed. */
export interface PrinterTuning {
  /** Everything on the label is moved by so many dots, to the right and down; negative to the left and up. */
  readonly offsetX: number
  readonly offsetY: number
  /** Inches a second; unless given, as the printer is set. */
  readonly speed?: number
  /** On the scale of the printer's language; unless given, as the printer is set. */
  readonly darkness?: number
}

export const untuned: PrinterTuning = { offsetX: 0, offsetY: 0 }

const refused = (path: keyof PrinterTuning, reason: string): AppError =>
  new AppError('invalid-input', `${path}: ${reason}`, { details: { path, reason } })

/** @throws AppError invalid-input with the field's name in `details.path` */
export const checkTuning = (tuning: PrinterTuning, scales: TuningScales): void => {
  for (const path of ['offsetX', 'offsetY'] as const) {
    if (!Number.isSafeInteger(tuning[path])) throw refused(path, 'must be a whole number of dots')
  }
  for (const path of ['speed', 'darkness'] as const) {
    const value = tuning[path]
    const scale = scales[path]
    if (value === undefined) continue
    if (scale === undefined) throw refused(path, 'cannot be set in the language of this printer')
    const { least, most, step } = scale
    if (!fitsScale(scale, value))
      throw refused(path, `must be from ${least} to ${most} in steps of ${step}`)
  }
}
