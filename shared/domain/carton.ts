import type { CartonCode } from './carton-code.ts'
import type { OrderNo, Sku } from './order.ts'
import type { Grams, Size } from './units.ts'

export const cartonStates = ['open', 'parked', 'sealed', 'marked', 'verified', 'voided'] as const
/** `open ⇄ parked → sealed → marked → verified`; reopening returns to `open` with a new revision; voiding ends it. */
export type CartonState = (typeof cartonStates)[number]

export const parkPurposes = ['aside', 'weighing'] as const
/** Why a carton is off the bench with a temporary label: put aside 挂箱, or packed and waiting for the scale 待称重. */
export type ParkPurpose = (typeof parkPurposes)[number]

export const weightSources = ['scale', 'manual'] as const
export type WeightSource = (typeof weightSources)[number]

export interface BoxType {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  /** Outside. */
  readonly size: Size
  /** Absent where nobody measured it: see `insideOf` of box-room.ts. */
  readonly inner?: Size
  readonly tare: Grams
}

export interface CartonContent {
  readonly sku: Sku
  readonly quantity: number
}

/** A weight that counts: where it came from, and why when it was typed. */
export interface CartonWeight {
  readonly gross: Grams
  readonly source: WeightSource
  /** Present when typed, or when a deviation from the expected weight was confirmed. */
  readonly reason?: string
}

export interface Carton {
  readonly code: CartonCode
  readonly orderNo: OrderNo
  readonly cartonNo: number
  /** 1 at first; each reopening adds one. A mark of an older revision is stale. */
  readonly revision: number
  readonly state: CartonState
  readonly boxType: BoxType
  /** Outside, where it is not the box type's: the carton bulges. */
  readonly measured?: Size
  /** In the order the SKUs were first packed. */
  readonly contents: readonly CartonContent[]
  readonly weight?: CartonWeight
}

/** What counts as the carton's outside: as measured, else as its box type says. */
export const outsideOf = ({ boxType, measured }: Pick<Carton, 'boxType' | 'measured'>): Size =>
  measured ?? boxType.size

export const cartonUnits = (contents: readonly CartonContent[]): number =>
  contents.reduce((sum, content) => sum + content.quantity, 0)

/** Contents with so many units more, or fewer, of a SKU; a new one comes last. */
export const withUnits = (
  contents: readonly CartonContent[],
  sku: Sku,
  units: number,
): readonly CartonContent[] => {
  const known = contents.some((content) => content.sku === sku)
  const next = known
    ? contents.map((content) =>
        content.sku === sku ? { sku, quantity: content.quantity + units } : content,
      )
    : [...contents, { sku, quantity: units }]
  return next.filter((content) => content.quantity > 0)
}
