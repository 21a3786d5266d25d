import { z } from 'zod'

const placed = {
  /** Which part of the label this is, e.g. `items[3].name`. */
  name: z.string(),
  /** All lengths in mm. */
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
}
const symbol = {
  ...placed,
  data: z.string(),
  moduleDots: z.int().positive(),
  modules: z.int().positive(),
}
const elementSchema = z.discriminatedUnion('kind', [
  z.object({
    ...placed,
    kind: z.literal('text'),
    text: z.string(),
    size: z.number().positive(),
    weight: z.enum(['regular', 'bold']),
    inverse: z.boolean().exactOptional(),
  }),
  z.object({ ...placed, kind: z.literal('box') }),
  z.object({ ...symbol, kind: z.literal('code128') }),
  z.object({ ...symbol, kind: z.literal('qr'), errorCorrection: z.literal('M') }),
])

/** x, y, width, height in modules. */
const runSchema = z.tuple([z.int(), z.int(), z.int(), z.int()]).readonly()

/** The very document that encoders print, and the black modules of each of its symbols, in their order. */
export const labelPreviewSchema = z.object({
  document: z.object({
    width: z.number().positive(),
    height: z.number().positive(),
    elements: z.array(elementSchema).readonly(),
  }),
  symbols: z.array(z.array(runSchema).readonly()).readonly(),
})
