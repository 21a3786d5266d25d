import { z } from 'zod'
import { parseResource } from './parse-resource.ts'
import type { BoxType } from '#shared/domain/carton.ts'
import { grams, millimetres } from '#shared/domain/units.ts'

const positive = z.int().positive()
const side = positive.transform(millimetres)

const sizeSchema = z.strictObject({ length: side, width: side, height: side })
type Sides = z.infer<typeof sizeSchema>

const isInside = ({ size, inner }: { readonly size: Sides; readonly inner?: Sides }): boolean =>
  inner === undefined ||
  (inner.length < size.length && inner.width < size.width && inner.height < size.height)

const boxTypeFileSchema = z
  .strictObject({
    /** Also part of its command code, e.g. `C60-40-40`. */
    id: z.string().regex(/^[0-9A-Z-]{1,64}$/),
    nameZh: z.string().min(1),
    nameEn: z.string().min(1),
    /** Outside, in mm. */
    size: sizeSchema,
    /** In mm; without it, the outside less 2 × 10 mm of board and air. */
    inner: sizeSchema.exactOptional(),
    /** Grams. */
    tare: positive.transform(grams),
  })
  .refine(isInside, 'the inner size is not smaller than the outside')

const boxTypesSchema = z
  .tuple([boxTypeFileSchema], boxTypeFileSchema)
  .refine((types) => new Set(types.map(({ id }) => id)).size === types.length, 'an id stands twice')

/**
 * The box types 箱型 in the text of a file; the first one is the usual one.
 * @throws AppError `invalid-input` with the path of the file
 */
export const parseBoxTypes = (text: string, path: string): readonly [BoxType, ...BoxType[]] =>
  parseResource(boxTypesSchema, text, path)
