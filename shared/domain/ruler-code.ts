import type { LabelMedia } from './label-media.ts'
import { isMarkMedia, labelMedia } from './label-media.ts'
import type { RulerLabel } from './ruler-label.ts'

export const rulerCorners = ['TL', 'TR', 'BL', 'BR'] as const
export type RulerCorner = (typeof rulerCorners)[number]

/** Where a code stands on a ruler label: in a corner, or at a module width of so many dots. */
export type RulerPlace = RulerCorner | `N${number}`

/** What the large QR of a ruler label says of the settings it was printed with. */
export interface RulerSettings {
  readonly printerId: string
  readonly media: LabelMedia
  readonly dpi: number
  readonly offset: RulerLabel['offset']
  readonly darkness: number | null
  readonly speed: number | null
}

const settingsPattern =
  /^LSR1;P=([^;]+);M=([^;]+);D=(\d{1,4});X=(-?\d{1,4});Y=(-?\d{1,4});K=(-|-?\d{1,3});V=(-|\d{1,3})$/
const placePattern = /^LSR:(TL|TR|BL|BR|N[1-9])$/

const orDash = (value: number | null): string => (value === null ? '-' : String(value))
const orNull = (text: string): number | null => (text === '-' ? null : Number(text))

/** ASCII, at most some 120 characters for the ids that settings allow. */
export const rulerSettingsCode = (settings: RulerSettings): string => {
  const { printerId, media, dpi, offset, darkness, speed } = settings
  const id = encodeURIComponent(printerId.toWellFormed())
  return `LSR1;P=${id};M=${media};D=${dpi};X=${offset.x};Y=${offset.y};K=${orDash(darkness)};V=${orDash(speed)}`
}

/** What a scanned ruler QR says, or null when the text is none. */
export const parseRulerSettings = (text: string): RulerSettings | null => {
  const [, id = '', name = '', dpi = '', x = '', y = '', darkness = '', speed = ''] =
    settingsPattern.exec(text) ?? []
  const media = labelMedia.find((candidate) => candidate === name)
  if (media === undefined) return null
  let printerId: string
  try {
    printerId = decodeURIComponent(id)
  } catch {
    return null
  }
  return {
    printerId,
    media,
    dpi: Number(dpi),
    offset: { x: Number(x), y: Number(y) },
    darkness: orNull(darkness),
    speed: orNull(speed),
  }
}

/** Short, so that it fits near every edge. */
export const rulerPlaceCode = (place: RulerPlace): string => `LSR:${place}`

/** Which code of a ruler label was scanned, or null when the text is none. */
export const parseRulerPlace = (text: string): RulerPlace | null => {
  const [, place] = placePattern.exec(text) ?? []
  return (place as RulerPlace | undefined) ?? null
}

/** The places that prove a ruler label of this media: the corners, or two across from each other on a unit label. */
export const rulerPlaces = (media: LabelMedia): readonly RulerCorner[] =>
  isMarkMedia(media) ? rulerCorners : ['TL', 'BR']
