import { type BoxLoad, filledShare, type SizedUnits } from '#shared/domain/box-room.ts'
import type { BoxType, CartonContent } from '#shared/domain/carton.ts'
import { boxChoices, suggestBox } from '#shared/domain/suggest-box.ts'
import { expectedLoad, untaught } from '#shared/domain/weight-model.ts'
import type { BenchCarton, BoxChoicesView } from '#shared/contract/views.ts'
import { packedUnits } from './bench-counts.ts'
import type { Held } from './held.ts'

/** Nothing more goes in: the carton is on the scale, or everything is packed. */
const isFull = ({ session, order }: Held): boolean => {
  if (session.step !== 'packing') return session.step === 'weighing'
  const ordered = order.lines.reduce((sum, line) => sum + line.ordered, 0)
  return packedUnits(session) >= ordered
}

/** What a planned carton will hold: what its list wants, and what lies in it beyond that. */
const whole = (
  contents: readonly CartonContent[],
  plan: readonly CartonContent[] | null,
): readonly CartonContent[] => {
  const units = new Map((plan ?? []).map(({ sku, quantity }) => [sku, quantity]))
  for (const { sku, quantity } of contents) {
    units.set(sku, Math.max(quantity, units.get(sku) ?? 0))
  }
  return Array.from(units, ([sku, quantity]) => ({ sku, quantity }))
}

const sized = ({ goods }: Held, contents: readonly CartonContent[]): BoxLoad['goods'] => {
  const found: SizedUnits[] = []
  for (const { sku, quantity } of contents) {
    const size = goods.info(sku)?.unitSize
    if (size !== undefined) found.push({ quantity, size })
  }
  return found
}

const loadOf = (held: Held, box: BoxType, contents: readonly CartonContent[]): BoxLoad => {
  const { session } = held
  // A list may name goods that the order has lost since.
  const items = contents.flatMap(({ sku, quantity }) => {
    const line = session.order.lines.get(sku)
    return line === undefined ? [] : [{ sku, quantity, unitWeight: line.unitWeight }]
  })
  const gross = expectedLoad(session.weights ?? untaught, { box, items })
  return { goods: sized(held, contents), net: gross - box.tare }
}

/** What the bench says of the box of the carton in hand. */
export const boxAdvice = (
  held: Held,
  boxTypes: readonly BoxType[],
): Pick<BenchCarton, 'suggestedBox' | 'filled'> => {
  const { carton, order } = held.session
  if (carton?.state !== 'open') return { suggestedBox: null, filled: 0 }
  const { boxType: current, contents, measured, plan } = carton
  const filled = filledShare(current, sized(held, contents))
  const isPacked = isFull(held)
  // What bulges is in the box it needs.
  if (measured !== undefined || (!isPacked && plan === null)) return { suggestedBox: null, filled }
  const load = loadOf(held, current, isPacked ? contents : whole(contents, plan))
  if (load.goods.length === 0) return { suggestedBox: null, filled }
  const found = suggestBox({ current, load, isPacked, boxTypes, limits: order.limits })
  const suggestedBox =
    found === null ? null : { id: found.boxType.id, chargeable: found.chargeable, why: found.why }
  return { suggestedBox, filled }
}

/** Each box type with what speaks against it for the goods that are known: those of the list, or those in the carton. */
export const boxChoicesFor = (held: Held | null, boxTypes: readonly BoxType[]): BoxChoicesView => {
  const carton = held?.session.carton ?? null
  if (held === null || carton === null) return { of: 'nothing', choices: [] }
  const contents = whole(carton.contents, carton.plan)
  if (contents.length === 0) return { of: 'nothing', choices: [] }
  const load = loadOf(held, carton.boxType, contents)
  return {
    of: carton.plan === null ? 'contents' : 'plan',
    choices: boxChoices(load, boxTypes, held.session.order.limits).map(
      ({ boxType: { id }, chargeable, obstacle }) => ({
        id,
        chargeable,
        obstacle: obstacle === null ? null : { ...obstacle },
      }),
    ),
  }
}
