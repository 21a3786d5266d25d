import { type LabelInput, type LabelKind, mediaOf } from '#shared/domain/label-input.ts'
import { isMarkMedia, type LabelMedia } from '#shared/domain/label-media.ts'
import type { LaidOut } from './bounds.ts'
import { layoutBoxMark } from './box-mark-layout.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layoutPallet } from './pallet.ts'
import { layoutParking } from './parking.ts'
import { layoutRuler } from './ruler.ts'
import { layoutUnit } from './unit.ts'

/** This kind of label is not for that media. */
export interface WrongMedia {
  readonly code: 'label-media'
  readonly kind: LabelKind
  readonly media: LabelMedia
}

type LaidOutLabel = LaidOut | { readonly ok: false; readonly error: WrongMedia }

/**
 * Lays out whatever may be printed.
 * @throws RangeError when a carton has no such page
 */
export const layOutLabel = (
  input: LabelInput,
  media: LabelMedia,
  tools: LayoutTools,
): LaidOutLabel => {
  const { kind } = input
  if (!mediaOf[kind].includes(media))
    return { ok: false, error: { code: 'label-media', kind, media } }
  switch (kind) {
    case 'pallet':
      return layoutPallet(input, media, tools)
    case 'unit':
      return layoutUnit(input, media, tools)
    case 'ruler':
      return layoutRuler(input, media, tools)
    case 'parking':
      return layoutParking(input, media, tools)
    case 'box-mark':
      return isMarkMedia(media)
        ? layoutBoxMark(input.mark, input.label, media, tools)
        : { ok: false, error: { code: 'label-media', kind, media } }
  }
}
