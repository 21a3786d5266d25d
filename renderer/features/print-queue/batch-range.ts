import type { PlannedCartonView } from '#shared/contract/printing-views.ts'

type Planned = Pick<PlannedCartonView, 'cartonNo' | 'code' | 'labels'>

/** Its marks were printed, or wait to be; one that was taken back is not. */
export const isMade = ({ code, labels }: Planned): boolean =>
  code !== null && labels.some(({ state }) => state !== 'withdrawn')

/** The carton numbers from the first to the last without marks; null when all have theirs. */
export const rangeToPrint = (
  cartons: readonly Planned[],
  most: number,
): { readonly from: number; readonly to: number } | null => {
  const open = cartons.filter((carton) => !isMade(carton)).map(({ cartonNo }) => cartonNo)
  const from = open[0]
  if (from === undefined) return null
  return { from, to: open.findLast((no) => no < from + most) ?? from }
}

/** How many cartons of a range have no marks yet. */
export const openIn = (cartons: readonly Planned[], from: number, to: number): number =>
  cartons.filter((carton) => carton.cartonNo >= from && carton.cartonNo <= to && !isMade(carton))
    .length

/** A carton number as it is typed; null when it is none. */
export const typedNumber = (text: string): number | null =>
  /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text.trim()) : null
