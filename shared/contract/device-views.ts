import { z } from 'zod'
import { scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { scaleStates } from '#shared/domain/scale-state.ts'
import { scanFramings } from '#shared/domain/scan-framing.ts'
import { errorShapeSchema } from './views.ts'

const id = z.string().trim().min(1).max(64)
const address = z.string().trim().min(1).max(500)
const count = z.int().nonnegative()
/** Wall clock in milliseconds since 1970, for display. */
const moment = z.number()

export const scannerConfigSchema = z.object({
  id,
  name: z.string().trim().min(1).max(100),
  address,
  framing: z.enum(scanFramings).exactOptional(),
  prefix: z.string().max(32).exactOptional(),
  suffix: z.string().max(32).exactOptional(),
  gapMs: z.int().min(1).max(2_000).exactOptional(),
})
export type ScannerConfigView = z.infer<typeof scannerConfigSchema>

export const scaleConfigSchema = z.object({
  address,
  protocol: z.enum(['virtual', ...scaleProtocols]),
  /** Smallest step of its display in grams; 10 unless given. */
  division: z.int().min(1).max(1_000).exactOptional(),
  shared: z.boolean().exactOptional(),
})
export type ScaleConfigView = z.infer<typeof scaleConfigSchema>

/** `open`: a scanner that is there; `typed`: one that shows only by its scans; else as a scale. */
export const deviceStates = ['open', 'typed', ...scaleStates] as const

/** How a device is, and what became of its bytes since the start. */
const standingSchema = z.object({
  state: z.enum(deviceStates),
  problem: errorShapeSchema.nullable(),
  counters: z.record(z.string(), count),
})
export type DeviceStanding = z.infer<typeof standingSchema>

/** What is set up, and how it is. */
export const deviceListSchema = z.object({
  scanners: z.array(standingSchema.extend({ config: scannerConfigSchema })),
  scale: standingSchema
    .extend({ config: scaleConfigSchema, canTare: z.boolean(), canZero: z.boolean() })
    .nullable(),
})
export type DeviceListView = z.infer<typeof deviceListSchema>

/** A device that is plugged in and not set up. */
export const foundDeviceSchema = z.object({
  address,
  /** A serial port may be either. */
  device: z.enum(['scanner', 'scale', 'serial']),
  /** Maker and kind as the device says; empty where it does not. */
  name: z.string(),
})
export type FoundDeviceView = z.infer<typeof foundDeviceSchema>

const watchedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scanner'), id }),
  z.object({ kind: z.literal('scale') }),
])
export type WatchedDevice = z.infer<typeof watchedSchema>

/** What a scan would be taken for; `badge` and `broken-off` come without their text. */
export const testScanKinds = [
  'pallet',
  'goods',
  'carton-code',
  'mark',
  'broken-mark',
  'command',
  'badge',
  'garbage',
  'broken-off',
] as const

/** The device that somebody looks at, as it is now. */
export const deviceFeedSchema = standingSchema.extend({
  watched: watchedSchema,
  /** The last that came, newest first; a badge's characters are covered. */
  chunks: z.array(z.object({ seq: count, at: moment, hex: z.string(), text: z.string() })),
  /** Newest first. */
  scans: z.array(
    z.object({ seq: count, at: moment, text: z.string(), kind: z.enum(testScanKinds) }),
  ),
  /** Readings since the last push, oldest first. */
  readings: z.array(
    z.object({ at: moment, grams: z.int(), stable: z.boolean(), net: z.boolean() }),
  ),
})
export type DeviceFeedView = z.infer<typeof deviceFeedSchema>

/** How far the search for a scale's protocol is. */
export const detectionSchema = z.object({
  step: z.int().positive(),
  of: z.int().positive(),
  baudRate: z.int().positive(),
})
export type DetectionView = z.infer<typeof detectionSchema>

export const deviceRequests = {
  'devices.list': { input: z.void(), output: deviceListSchema },
  /** What is plugged in and not set up; null when this computer cannot tell. */
  'devices.search': { input: z.void(), output: z.array(foundDeviceSchema).nullable() },
  /** From now on `deviceFeed` tells of this device, and a scanner's scans do not reach the bench; null ends it. */
  'devices.watch': { input: watchedSchema.nullable(), output: z.void() },
  /** Finds what a scale at a serial port speaks; null when nothing that is understood came, or it was ended. */
  'devices.detectScale': { input: address, output: scaleConfigSchema.nullable() },
  'devices.endDetection': { input: z.void(), output: z.void() },
  /** Adds the scanner or changes the one with its id; the station is then wired anew, as with the next two. */
  'devices.saveScanner': { input: scannerConfigSchema, output: z.void() },
  'devices.removeScanner': { input: id, output: z.void() },
  'devices.saveScale': { input: scaleConfigSchema.nullable(), output: z.void() },
  'devices.tare': { input: z.void(), output: z.void() },
  'devices.zero': { input: z.void(), output: z.void() },
  /** Puts a text for the support into the clipboard, and gives it back. */
  'devices.copyDiagnostics': { input: z.void(), output: z.string() },
} as const
