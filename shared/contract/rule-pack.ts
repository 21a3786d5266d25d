import { z } from 'zod'
import { parseResource } from './parse-resource.ts'
import { cargoClasses, transportModes } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'

const positive = z.int().positive()
const anyOf = <Item extends z.ZodType>(item: Item) =>
  z.array(z.union([z.literal('*'), item])).min(1)

/** One dated rule pack, as it stands in its file. */
const rulePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** First day on which it binds, `YYYY-MM-DD`. */
  validFrom: z.iso.date(),
  /** ISO 3166-1 alpha-2, or `*`. */
  countries: anyOf(z.string().regex(/^[A-Z]{2}$/)),
  modes: anyOf(z.enum(transportModes)),
  maxGrossGrams: positive.transform(grams),
  heavyFromGrams: positive.transform(grams).optional(),
  maxSideMm: positive.transform(millimetres),
  maxLengthPlusGirthMm: positive.transform(millimetres).optional(),
  /** cm³ per kg */
  volumetricDivisor: positive,
  separated: z.array(z.tuple([z.enum(cargoClasses), z.enum(cargoClasses)])),
  /** Where each rule comes from, in words. */
  source: z.record(z.string(), z.string().min(1)),
})
export type RulePack = z.infer<typeof rulePackSchema>

/** @throws AppError `invalid-input` with the path of the file */
export const parseRulePack = (text: string, path: string): RulePack =>
  parseResource(rulePackSchema, text, path)
