import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { BoxType } from '#shared/domain/carton.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { AppError } from '#shared/errors.ts'

const positive = z.int().positive()

const boxTypeSchema = z.strictObject({
  /** Also the text of its command code, e.g. `C60-40-40`. */
  id: z.string().regex(/^[0-9A-Z-]{1,64}$/),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  /** Outside, in mm. */
  size: z.strictObject({
    length: positive.transform(millimetres),
    width: positive.transform(millimetres),
    height: positive.transform(millimetres),
  }),
  /** Grams. */
  tare: positive.transform(grams),
})

const boxTypesSchema = z
  .tuple([boxTypeSchema], boxTypeSchema)
  .refine((types) => new Set(types.map(({ id }) => id)).size === types.length, 'an id stands twice')

/**
 * The box types 箱型 in a JSON file; the first one is the usual one.
 * @throws AppError `invalid-input` when the file cannot be read or is wrong
 */
export const loadBoxTypes = (path: string): readonly [BoxType, ...BoxType[]] => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('invalid-input', 'box types cannot be read', { details: { path }, cause })
  }
  const parsed = boxTypesSchema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new AppError('invalid-input', z.prettifyError(parsed.error), { details: { path } })
}
