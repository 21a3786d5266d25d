import { cartonUnits } from '#shared/domain/carton.ts'
import type { PackSession } from '#shared/domain/pack-session.ts'

/** Units of the order that are in cartons, the one on the bench included. */
export const packedUnits = (session: PackSession): number =>
  [...session.elsewhere.values()].reduce((sum, units) => sum + units, 0) +
  cartonUnits(session.carton?.contents ?? [])
