import { z } from 'zod'
import { type CartonRules, type RuleBreach, ruleBreach } from '#shared/domain/carton-rules.ts'
import type { Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { quantitySchema, skuCodeSchema } from './values.ts'

/** What an order asks of each of its cartons, beyond the rules of its destination. */
export const cartonRulesSchema = z.object({
  /** 1 where a carton holds one SKU only. */
  max_skus: z.int().min(1).max(1000).exactOptional(),
  max_units: quantitySchema.exactOptional(),
  max_gross_g: z.int().min(100).max(1_000_000).exactOptional(),
  max_side_mm: z.int().min(50).max(100_000).exactOptional(),
  /** Groups of SKUs of which a carton holds only one. */
  keep_apart: z.array(z.array(skuCodeSchema).min(2).max(1000)).max(100).exactOptional(),
})
export type WireCartonRules = z.infer<typeof cartonRulesSchema>

export const toCartonRules = (wire: WireCartonRules): CartonRules => ({
  ...(wire.max_skus === undefined ? {} : { maxSkus: wire.max_skus }),
  ...(wire.max_units === undefined ? {} : { maxUnits: wire.max_units }),
  ...(wire.max_gross_g === undefined ? {} : { maxGross: grams(wire.max_gross_g) }),
  ...(wire.max_side_mm === undefined ? {} : { maxSide: millimetres(wire.max_side_mm) }),
  ...(wire.keep_apart === undefined
    ? {}
    : { apart: wire.keep_apart.map((group) => group.map((sku) => sku as Sku)) }),
})

interface BoxDetail {
  readonly sku: string
  readonly quantity: number
}

/** The rule that a carton of these contents would break; null when it may be packed so. */
export const boxBreach = (
  rules: WireCartonRules | undefined,
  details: readonly BoxDetail[],
): RuleBreach | null =>
  rules === undefined
    ? null
    : ruleBreach(
        toCartonRules(rules),
        details.map(({ sku, quantity }) => ({ sku: sku as Sku, quantity })),
      )

/** For the log and for whoever made the order: never shown to a packer. */
export const breachText = (breach: RuleBreach): string => {
  if (breach.rule === 'apart') return `${breach.sku} must not share a carton with ${breach.other}`
  return breach.rule === 'skus'
    ? `a carton holds at most ${breach.max} SKUs`
    : `${breach.units} units, a carton holds at most ${breach.max}`
}
