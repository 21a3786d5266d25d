import { z } from 'zod'
import { cartonStates } from '#shared/domain/carton.ts'
import { exceptionKinds } from '#shared/domain/goods-exception.ts'
import { orderStatuses } from '#shared/domain/order.ts'
import { closingObstacles } from '#shared/domain/order-life.ts'
import { decisionChoices, decisionKinds } from '#shared/domain/order-decision.ts'

const count = z.int().nonnegative()

const reportLineSchema = z.object({
  lineNo: z.int(),
  sku: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  ordered: count,
  packed: count,
  /** Why fewer were packed than ordered; null while the order is open or nothing is missing. */
  shortReason: z.string().nullable(),
})

/** Planned versus packed. */
export const orderReportSchema = z.object({
  orderNo: z.string(),
  status: z.enum(orderStatuses),
  lines: z.array(reportLineSchema),
  /** What goods did otherwise than the order expects, oldest first. */
  exceptions: z.array(
    z.object({
      kind: z.enum(exceptionKinds),
      sku: z.string().nullable(),
      nameZh: z.string().nullable(),
      nameEn: z.string().nullable(),
      /** What was scanned. */
      text: z.string(),
      units: count,
      operator: z.string().nullable(),
      at: z.string(),
      /** At the page's own origin, oldest first. */
      photos: z.array(z.string()),
    }),
  ),
  cartons: z.record(z.enum(cartonStates), count),
  /** What has to be put right before the order can be closed; empty when nothing hinders. */
  hinders: z.array(
    z.object({
      kind: z.enum(closingObstacles),
      cartonNo: z.int().nullable(),
      cartonCode: z.string().nullable(),
      sku: z.string().nullable(),
      /** Units too many. */
      units: count,
    }),
  ),
  /** ISO 8601 with offset. */
  closedAt: z.string().nullable(),
  declaredAt: z.string().nullable(),
  /** The server has the declaration: until then it is only on its way. */
  declarationTaken: z.boolean(),
  /** Why the server refused the declaration; null while it is on its way or was taken. */
  declarationRefused: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type OrderReportView = z.infer<typeof orderReportSchema>

/** The server changed or cancelled an order that is partly packed here: somebody has to decide. */
export const decisionSchema = z.object({
  id: z.int(),
  orderNo: z.string(),
  kind: z.enum(decisionKinds),
  /** When the change came in: ISO 8601. */
  at: z.string(),
  revision: z.object({ here: z.int(), server: z.int() }),
  /** Lines on which the two sides differ, and all that are packed. */
  lines: z.array(
    z.object({
      sku: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      packed: count,
      orderedHere: count,
      orderedServer: count,
    }),
  ),
  cartons: z.array(
    z.object({
      code: z.string(),
      cartonNo: z.int(),
      state: z.enum(cartonStates),
      units: count,
    }),
  ),
  choices: z.array(z.enum(decisionChoices)),
})
export type DecisionView = z.infer<typeof decisionSchema>
