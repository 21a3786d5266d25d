import { z } from 'zod'
import { sheetKinds } from '#shared/domain/sheet-kind.ts'
import { sheetFaultCodes } from '#shared/domain/sheet-fault.ts'

const count = z.int().nonnegative()

const sheetKindSchema = z.enum(sheetKinds)

const sheetFaultSchema = z.object({
  /** As the sheet counts them. */
  row: z.int().positive(),
  column: z.string(),
  headingZh: z.string(),
  headingEn: z.string(),
  code: z.enum(sheetFaultCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SheetFaultView = z.infer<typeof sheetFaultSchema>

/** A file that was looked at wholly; nothing of it is imported yet. */
export const importPreviewSchema = z.object({
  id: z.int().positive(),
  kind: sheetKindSchema,
  /** Its name, without the folder. */
  file: z.string(),
  /** What would come; empty when anything is wrong. */
  orders: z.array(z.object({ orderNo: z.string(), lines: count, units: count, cartons: count })),
  /** The first of them, from top to bottom. */
  faults: z.array(sheetFaultSchema),
  faultCount: count,
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

const askedSchema = z.object({
  kind: sheetKindSchema,
  orderNo: z.string(),
  /** When it was imported: ISO 8601. */
  at: z.string(),
})

/** Imports on their way to the server, and those it refused since the station started. */
export const importsViewSchema = z.object({
  waiting: z.array(askedSchema),
  refused: z.array(askedSchema.extend({ id: z.string(), code: z.string(), message: z.string() })),
})
export type ImportsView = z.infer<typeof importsViewSchema>

/** The name of the file that was kept; null when nobody wanted it. */
const kept = z.string().nullable()

export const importRequests = {
  /** A person chooses a file; null when they do not. */
  'imports.choose': { input: sheetKindSchema, output: importPreviewSchema.nullable() },
  /** Asks the server for everything in the file. */
  'imports.confirm': { input: z.int().positive(), output: z.void() },
  'imports.list': { input: z.void(), output: importsViewSchema },
  /** A refusal was read. */
  'imports.dismiss': { input: z.string().min(1).max(64), output: z.void() },
  /** Keeps an empty sheet to fill in where a person says. */
  'documents.template': {
    input: z.object({ kind: sheetKindSchema, language: z.enum(['zh-CN', 'en']) }),
    output: kept,
  },
  /** Keeps what stands in the sealed cartons of an order where a person says. */
  'documents.packingList': {
    input: z.object({ orderNo: z.string().min(1).max(32), language: z.enum(['zh-CN', 'en']) }),
    output: kept,
  },
} as const
