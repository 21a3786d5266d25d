/** Labels a printer may be loaded with: width × height in mm, or the printed width of an endless receipt roll. */
export const labelMedia = ['100x150', '100x100', '100x60', '72', '60x30', '50x25'] as const
export type LabelMedia = (typeof labelMedia)[number]

/** Those that hold a box mark; the others take the label of one unit. */
export const markMedia = ['100x150', '100x100', '100x60', '72'] as const
export type MarkMedia = (typeof markMedia)[number]

export interface MediaSize {
  /** In mm: of the label, or of what the head prints. */
  readonly width: number
  /** In mm; null where the roll is endless and the height follows from what is printed. */
  readonly height: number | null
  /** Nothing is printed nearer to an edge than this, in mm: labels are not cut exactly. */
  readonly margin: number
  /** Paper beside the printed width that stays white and counts as quiet zone, in mm. */
  readonly beside: number
}

const dieCut = (width: number, height: number): MediaSize => ({
  width,
  height,
  margin: 2,
  beside: 0,
})

export const mediaSizes: Readonly<Record<LabelMedia, MediaSize>> = {
  '100x150': dieCut(100, 150),
  '100x100': dieCut(100, 100),
  '100x60': dieCut(100, 60),
  // 80 mm of paper under a head of 72 mm: 4 mm at each side, of which the guide may take one.
  '72': { width: 72, height: null, margin: 2, beside: 3 },
  '60x30': { ...dieCut(60, 30), margin: 1.5 },
  '50x25': { ...dieCut(50, 25), margin: 1.5 },
}

export const isMarkMedia = (media: LabelMedia): media is MarkMedia =>
  (markMedia as readonly LabelMedia[]).includes(media)
