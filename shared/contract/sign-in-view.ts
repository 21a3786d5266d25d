import { z } from 'zod'
import { operatorRoles } from '#shared/domain/operator.ts'

/** Who is at the bench, and who can be chosen by name. */
export const signInViewSchema = z.object({
  /** `since`: ISO 8601 with offset. */
  operator: z
    .object({ id: z.string(), name: z.string(), role: z.enum(operatorRoles), since: z.string() })
    .nullable(),
  /** A supervisor is not among them: that takes a badge. */
  packers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Nothing is packed until somebody signs in. */
  isAwaited: z.boolean(),
})
export type SignInView = z.infer<typeof signInViewSchema>
