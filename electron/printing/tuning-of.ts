import type { PrinterConfig } from '#shared/domain/printer-config.ts'
import type { PrinterTuning } from './languages/tuning.ts'

/** What the encoders are told of a printer's own ways. */
export const tuningOf = ({
  offset,
  speed,
  darkness,
}: Pick<PrinterConfig, 'offset' | 'speed' | 'darkness'>): PrinterTuning => ({
  offsetX: offset.x,
  offsetY: offset.y,
  ...(speed === null ? {} : { speed }),
  ...(darkness === null ? {} : { darkness }),
})
