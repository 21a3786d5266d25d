import { z } from 'zod'

/** What the Windows process is told to do, a file each: its number and `.json`. */
export const errandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('send'),
    printer: z.string(),
    /** Base64. */
    bytes: z.string(),
    stallMs: z.number(),
    isAborted: z.boolean(),
  }),
  z.object({ kind: z.literal('add-printer'), name: z.string(), like: z.string() }),
])
export type Errand = z.infer<typeof errandSchema>

/** What came of it: its number and `.done`. */
export const reportSchema = z.object({
  kind: z.enum(['sent', 'nothing-left', 'uncertain', 'failed', 'added']),
  problem: z
    .object({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .optional(),
})
export type Report = z.infer<typeof reportSchema>
