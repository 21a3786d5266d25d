import { z } from 'zod'
import { labelMedia } from '#shared/domain/label-media.ts'
import { rulerCorners } from '#shared/domain/ruler-code.ts'
import { printerDpis, printerLanguages, sideLabelKinds } from '#shared/domain/printer-config.ts'

const id = z.string().trim().min(1).max(64)
const dots = z.int().min(-999).max(999)

export const printerConfigSchema = z.object({
  id,
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().min(1).max(500),
  language: z.enum(printerLanguages),
  dpi: z.literal(printerDpis),
  media: z.enum(labelMedia),
  offset: z.object({ x: dots, y: dots }),
  speed: z.number().min(0).max(99).nullable(),
  darkness: z.int().min(-99).max(99).nullable(),
})
export type PrinterConfigView = z.infer<typeof printerConfigSchema>

/** The printers of the station, and which of them prints what. */
export const printerSetupSchema = z.object({
  printers: z.array(printerConfigSchema),
  /** Prints box marks, and whatever has no printer of its own. */
  defaultPrinter: z.string(),
  labelPrinters: z.partialRecord(z.enum(sideLabelKinds), z.string()),
})
export type PrinterSetupView = z.infer<typeof printerSetupSchema>

/** A ruler label that was printed, and what of it has been read back. */
export const rulerViewSchema = z.object({
  printerId: z.string(),
  /** Codes that prove size and place. */
  places: z.array(z.object({ place: z.enum(rulerCorners), isRead: z.boolean() })),
  /** The finest bars that were read, in dots a module. */
  finest: z.int().positive().nullable(),
  /** The code that tells with which settings it was printed; `differs` when it is of another ruler label. */
  settings: z.enum(['due', 'read', 'differs']),
})
export type RulerView = z.infer<typeof rulerViewSchema>

export const printerRequests = {
  'printers.setup': { input: z.void(), output: printerSetupSchema },
  /** Adds the printer or changes the one with its id; the station is then wired anew. */
  'printers.save': {
    input: z.object({ printer: printerConfigSchema, forMarks: z.boolean() }),
    output: z.void(),
  },
  'printers.remove': { input: id, output: z.void() },
  /** null: such labels go where the box marks go. */
  'printers.use': {
    input: z.object({ kind: z.enum(sideLabelKinds), id: id.nullable() }),
    output: z.void(),
  },
  /** Asks the printer what it speaks; null when it does not tell. */
  'printers.detect': {
    input: printerConfigSchema.shape.address,
    output: z.enum(printerLanguages).nullable(),
  },
  /** Prints a ruler label with these settings, saved or not; from then on its codes are awaited. */
  'printers.ruler': { input: printerConfigSchema, output: z.void() },
  'printers.endRuler': { input: z.void(), output: z.void() },
} as const
