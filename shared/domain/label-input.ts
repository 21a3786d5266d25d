import type { BoxMarkInput, MarkLabel } from './box-mark.ts'
import { type LabelMedia, labelMedia, markMedia } from './label-media.ts'
import type { PalletLabel } from './pallet-label.ts'
import type { ParkingLabel } from './parking-label.ts'
import type { RulerLabel } from './ruler-label.ts'
import type { UnitLabel } from './unit-label.ts'

/** One label of a carton's mark set. */
export interface BoxMarkLabel {
  readonly kind: 'box-mark'
  readonly mark: BoxMarkInput
  readonly label: MarkLabel
}

/** Whatever a printer of labels may be asked to print. */
export type LabelInput = BoxMarkLabel | PalletLabel | UnitLabel | ParkingLabel | RulerLabel

export type LabelKind = LabelInput['kind']

/** What each kind of label may be printed on. */
export const mediaOf: Readonly<Record<LabelKind, readonly LabelMedia[]>> = {
  'box-mark': markMedia,
  pallet: ['100x150', '100x100'],
  unit: ['60x30', '50x25'],
  parking: markMedia,
  ruler: labelMedia,
}
