import { z } from 'zod'
import { declarationDifferenceSchema } from './declaration.ts'
import { factSchemas } from './facts.ts'
import { requestSchemas } from './requests.ts'
import { rightsLinesSchema } from './rights.ts'
import { epochSchema, idSchema, rangeSchema, sha256Schema, stationIdSchema } from './values.ts'

export const maxCommandsPerBatch = 100

/** Payload schema of every command type. */
export const commandSchemas = { ...factSchemas, ...requestSchemas } as const
export type CommandType = keyof typeof commandSchemas
export type CommandPayload<Type extends CommandType> = z.infer<(typeof commandSchemas)[Type]>

export const isCommandType = (type: string): type is CommandType =>
  Object.hasOwn(commandSchemas, type)

/** The payload is looked at only after sequence and hash: one bad command must not stop those around it. */
export const commandSchema = z.object({
  seq: z.int().min(1),
  type: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  payload: z.record(z.string(), z.unknown()),
  /** Over the RFC 8785 canonical JSON of `{type, payload}`. */
  hash: sha256Schema,
})
export type WireCommand = z.infer<typeof commandSchema>

export const commandBatchSchema = z
  .object({
    station_id: stationIdSchema,
    epoch: epochSchema,
    /** In ascending order without gaps. */
    commands: z.array(commandSchema).min(1).max(maxCommandsPerBatch),
  })
  .superRefine(({ commands }, context) => {
    const first = commands[0]?.seq ?? 1
    for (const [index, { seq }] of commands.entries()) {
      if (seq === first + index) continue
      const path = ['commands', index, 'seq']
      context.addIssue({
        code: 'custom',
        path,
        message: `must be ${first + index}, one after the other`,
      })
    }
  })
export type CommandBatch = z.infer<typeof commandBatchSchema>

const applied = z.object({
  seq: z.int().min(1),
  status: z.literal('applied'),
  /** The numbers that a lease was granted. */
  value: rangeSchema.exactOptional(),
  /** The rights that were granted or given back. */
  lines: rightsLinesSchema.exactOptional(),
  /** Names the booking, the payment or the ticket in the feed of changes. */
  id: idSchema.exactOptional(),
})
/** Accepted and kept, but something about it is odd and somebody should look. */
const flagged = z.object({
  seq: z.int().min(1),
  status: z.literal('flagged'),
  flags: z.array(z.object({ code: z.string(), message: z.string() })).min(1),
})
const refused = z.object({
  seq: z.int().min(1),
  status: z.literal('refused'),
  code: z.string(),
  message: z.string(),
  /** Of a declaration: at most 100. */
  differences: z.array(declarationDifferenceSchema).exactOptional(),
})
/** A fact of a station that was declared lost: kept for a person to judge, and counted nowhere. */
const quarantined = z.object({
  seq: z.int().min(1),
  status: z.literal('quarantined'),
  message: z.string(),
})

/** Recorded with the command and the same for ever. */
export const commandResultSchema = z.discriminatedUnion('status', [
  applied,
  flagged,
  refused,
  quarantined,
])
export type CommandResult = z.infer<typeof commandResultSchema>

export const commandResultsSchema = z.object({ results: z.array(commandResultSchema) })
export type CommandResults = z.infer<typeof commandResultsSchema>
