import { z } from 'zod'
import { apiErrorSchema } from './api-error.ts'
import { cartonSchema } from './carton.ts'
import { commandBatchSchema, commandResultsSchema } from './commands.ts'
import { declarationDifferenceSchema, declaredCartonSchema } from './declaration.ts'
import { factSchemas } from './facts.ts'
import { changesPageSchema, skusPageSchema } from './feeds.ts'
import { orderStatusSchema } from './order-life.ts'
import { receiptSchema } from './receipt.ts'
import { requestSchemas } from './requests.ts'
import { skuSchema } from './sku.ts'
import { enrolledSchema, enrolmentSchema } from './stations.ts'
import { stockingOrderSchema } from './stocking-order.ts'
import { ticketSchema } from './ticket.ts'
import { appointmentSchema, freightSchema, milestoneSchema, pickupSchema } from './transport.ts'

export const schemaPath = '#/components/schemas/'

const pascal = (kebab: string): string =>
  kebab.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const payloads = (): readonly (readonly [string, z.ZodType])[] => {
  const seen = new Set<z.ZodType>([cartonSchema])
  return Object.entries({ ...factSchemas, ...requestSchemas }).flatMap(([type, schema]) => {
    // Two commands may share one payload, which then bears the name of the first.
    if (seen.has(schema)) return []
    seen.add(schema)
    return [[`${pascal(type)}Payload`, schema]]
  })
}

const named: Readonly<Record<string, z.ZodType>> = {
  StockingOrder: stockingOrderSchema,
  Sku: skuSchema,
  Carton: cartonSchema,
  DeclaredCarton: declaredCartonSchema,
  DeclarationDifference: declarationDifferenceSchema,
  Enrolment: enrolmentSchema,
  Enrolled: enrolledSchema,
  CommandBatch: commandBatchSchema,
  CommandResults: commandResultsSchema,
  ChangesPage: changesPageSchema,
  OrderStatus: orderStatusSchema,
  Milestone: milestoneSchema,
  Receipt: receiptSchema,
  Appointment: appointmentSchema,
  Pickup: pickupSchema,
  Freight: freightSchema,
  Ticket: ticketSchema,
  SkusPage: skusPageSchema,
  ApiError: apiErrorSchema,
  ...Object.fromEntries(payloads()),
}

/** Every named shape of the contract as a JSON Schema. */
export const componentSchemas = (): Record<string, unknown> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => schemaPath + id, io: 'input' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]),
  )
}
