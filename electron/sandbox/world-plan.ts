import { z } from 'zod'
import type { Database } from './database.ts'

const decision = z.enum(['confirm', 'refuse']).default('confirm')
const units = z.int().min(0).max(1_000_000).default(0)

/** How the simulated world treats an order; chosen by whoever tests. */
export const worldPlanSchema = z.object({
  appointment: decision,
  pickup: decision,
  /** In how many batches the warehouse receives it. */
  receipt_batches: z.int().min(1).max(20).default(2),
  /** What the warehouse finds otherwise than it was shipped. */
  discrepancies: z
    .array(
      z
        .object({
          carton_code: z.string(),
          sku: z.string(),
          missing: units,
          damaged: units,
          surplus: units,
        })
        .refine(({ missing, surplus }) => missing === 0 || surplus === 0, {
          message: 'a SKU of a carton cannot be missing and too many at once',
        }),
    )
    .max(10_000)
    .default([]),
})
export type WorldPlan = z.infer<typeof worldPlanSchema>

export const readPlan = async (tx: Database, referenceNo: string): Promise<WorldPlan> => {
  const row = await tx
    .selectFrom('world_plans')
    .select('body')
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()
  return worldPlanSchema.parse(row === undefined ? {} : JSON.parse(row.body))
}

export const writePlan = async (
  db: Database,
  reference_no: string,
  plan: WorldPlan,
): Promise<void> => {
  const row = { body: JSON.stringify(plan) }
  await db
    .insertInto('world_plans')
    .values({ reference_no, ...row })
    .onConflict((conflict) => conflict.column('reference_no').doUpdateSet(row))
    .execute()
}
