import { z } from 'zod'
import type { ErrorShape } from '#shared/errors.ts'
import { backupNamePattern } from './backup-name.ts'
import { parkPurposes } from '#shared/domain/carton.ts'
import { decisionChoices } from '#shared/domain/order-decision.ts'
import { exceptionKinds, largestPhoto } from '#shared/domain/goods-exception.ts'
import { packModes } from '#shared/domain/pack-session.ts'
import { mostPlannedAtOnce } from '#shared/domain/print-journal.ts'
import { cartonPageSchema } from './carton-page-views.ts'
import { foundSchema, lookupViewSchema } from './lookup-views.ts'
import type { EventName, RequestName } from './channels.ts'
import { importRequests, importsViewSchema } from './import-views.ts'
import { labelPreviewSchema } from './label-preview.ts'
import { detectionSchema, deviceFeedSchema, deviceRequests } from './device-views.ts'
import { decisionSchema, orderReportSchema } from './order-views.ts'
import { parkedCartonSchema } from './parked-views.ts'
import { printerRequests, rulerViewSchema } from './printer-views.ts'
import { boxNoSchema } from './linkstar/values.ts'
import {
  plannedCartonSchema,
  printingStateSchema,
  printJobSchema,
  printQueueSchema,
} from './printing-views.ts'
import { recountViewSchema } from './recount-views.ts'
import { shiftViewSchema } from './shift-views.ts'
import { signInViewSchema } from './sign-in-view.ts'
import { syncHealthSchema } from './sync-views.ts'
import {
  appStateSchema,
  benchSnapshotSchema,
  benchStateSchema,
  boxChoicesSchema,
  cartonRowSchema,
  devicesViewSchema,
  languageSchema,
  orderSummarySchema,
  scaleViewSchema,
  syncViewSchema,
  virtualPrintSchema,
} from './views.ts'

interface RequestContract {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

const nothing = z.void()
const cartonCodeText = z.string().length(13)
const printerId = z.string().min(1).max(64)
const measuredSide = z.int().positive().max(9_999)
const jobId = z.int().positive()
const scanText = z.string().max(20_000)
const orderNoText = z.string().min(1).max(32)
/** Why something was done, in the packer's words. */
const reason = z.string().trim().min(1).max(200)

/** Every request the renderer may make. Client and handlers are derived from this map. */
export const requests = {
  'app.state': { input: nothing, output: appStateSchema },
  'app.setLanguage': { input: languageSchema, output: nothing },

  'orders.list': { input: nothing, output: z.array(orderSummarySchema) },
  /** Planned versus packed, and what hinders closing. */
  'orders.report': { input: orderNoText, output: orderReportSchema },
  /** Every line of which fewer are packed than ordered needs a reason. */
  'orders.close': {
    input: z.object({
      orderNo: orderNoText,
      short: z.array(z.object({ sku: z.string().min(1).max(64), reason })).max(5000),
    }),
    output: nothing,
  },
  'orders.declare': { input: orderNoText, output: nothing },

  'bench.snapshot': { input: nothing, output: benchSnapshotSchema },
  'bench.open': { input: orderNoText, output: nothing },
  'bench.leave': { input: nothing, output: nothing },
  /** Text from the training tray or a wedge, with the id of its scanner where that is known. The answer comes as a `bench` event. */
  'bench.scan': {
    input: z.union([
      scanText,
      z.strictObject({ text: scanText, scanner: z.string().min(1).max(64) }),
    ]),
    output: nothing,
  },
  'bench.done': { input: nothing, output: nothing },
  'bench.backToPacking': { input: nothing, output: nothing },
  /** Gross weight in grams, and why it was typed. */
  'bench.typeWeight': {
    input: z.object({ grams: z.int().positive().max(200_000), reason }),
    output: nothing,
  },
  'bench.acceptWeight': { input: reason, output: nothing },
  'bench.undo': { input: nothing, output: nothing },
  /** The contents of the carton that was finished last, in a new one. */
  'bench.sameAgain': { input: nothing, output: nothing },
  'bench.agree': { input: nothing, output: nothing },
  /** Goods of the order in hand that are not as it expects. */
  'bench.noteException': {
    input: z.object({
      kind: z.enum(exceptionKinds),
      sku: z.string().min(1).max(64),
      units: z.int().positive().max(9_999),
    }),
    output: nothing,
  },
  /** The picture opens for a photo of what was noted last. */
  'bench.photo': { input: nothing, output: nothing },
  /** A JPEG of the exception that the answer to `bench.photo` names. */
  'bench.keepPhoto': {
    input: z.object({
      exception: z.int().positive(),
      jpeg: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length > 0 && length <= largestPhoto, 'is empty or too large'),
    }),
    output: nothing,
  },
  'bench.setMode': { input: z.enum(packModes), output: nothing },
  'bench.setTimes': { input: z.int().min(1).max(9_999), output: nothing },
  'bench.chooseBox': { input: z.string().min(1).max(64), output: nothing },
  /** The outside of the carton in hand, in mm. */
  'bench.measure': {
    input: z.object({ length: measuredSide, width: measuredSide, height: measuredSide }),
    output: nothing,
  },
  'bench.boxChoices': { input: nothing, output: boxChoicesSchema },
  'bench.acknowledge': { input: nothing, output: nothing },
  /** Labels for the goods that were kept out for want of one. */
  'bench.printUnitLabels': { input: z.int().min(1).max(500), output: nothing },
  /** Retries failed labels; an uncertain one is printed again as a counted copy. */
  'bench.reprint': { input: nothing, output: nothing },
  /** Labels that failed for a missing glyph are laid out again with codes instead of those names. */
  'bench.printCodesOnly': { input: nothing, output: nothing },

  'cartons.list': { input: orderNoText, output: z.array(cartonRowSchema) },
  'cartons.reopen': { input: z.object({ code: cartonCodeText, reason }), output: nothing },
  'cartons.void': { input: z.object({ code: cartonCodeText, reason }), output: nothing },
  'cartons.copy': {
    input: z.object({
      code: cartonCodeText,
      side: z.union([z.literal(1), z.literal(2)]),
      page: z.int().positive(),
      reason,
    }),
    output: nothing,
  },

  /** By any code: of a carton or its end, of its goods, of its order, or its number. */
  'cartons.search': { input: scanText, output: foundSchema },
  /** Everything that the store knows of a carton. */
  'cartons.page': { input: cartonCodeText, output: cartonPageSchema },

  'lookup.snapshot': { input: nothing, output: lookupViewSchema },
  /** From now on scans only look things up, until it is closed. */
  'lookup.open': { input: nothing, output: nothing },
  /** Opens it at a carton's page; null goes back to what was found. */
  'lookup.show': { input: cartonCodeText.nullable(), output: nothing },
  'lookup.close': { input: nothing, output: nothing },

  'parked.list': { input: nothing, output: z.array(parkedCartonSchema) },
  /** Puts the carton in hand aside, or into the queue before the scale, and prints its temporary label. */
  'parked.park': { input: z.enum(parkPurposes), output: nothing },
  /** Brings the carton back to the bench, with its order. */
  'parked.resume': { input: cartonCodeText, output: nothing },
  /** The temporary label once more. */
  'parked.print': { input: cartonCodeText, output: nothing },

  'printing.queue': { input: nothing, output: printQueueSchema },
  /** Nothing is sent to the printer until it is resumed; what is being sent comes to its end. */
  'printing.hold': { input: z.object({ printerId, reason }), output: nothing },
  /** The printer goes on exactly where it stood. */
  'printing.resume': { input: printerId, output: nothing },
  /** Takes labels back of which no byte has left: all of them or none. */
  'printing.withdraw': {
    input: z.object({ jobIds: z.array(jobId).min(1).max(1_000), reason }),
    output: nothing,
  },
  /** One label once more: as it is when no byte of it had left, else as a counted copy. */
  'printing.again': { input: z.object({ jobId, reason }), output: nothing },
  /** Every label ever made for a carton, in printing order. */
  'printing.ledger': { input: cartonCodeText, output: z.array(printJobSchema) },
  /** The cartons that the seller planned for an order, with the marks printed ahead. */
  'printing.planned': { input: orderNoText, output: z.array(plannedCartonSchema) },
  /** Prints the planned marks of a range of carton numbers, both ends included. */
  'printing.printPlanned': {
    input: z
      .object({ orderNo: orderNoText, from: boxNoSchema, to: boxNoSchema })
      .refine(
        ({ from, to }) => to >= from && to - from < mostPlannedAtOnce,
        `must span 1 to ${mostPlannedAtOnce} carton numbers`,
      ),
    output: z.object({
      /** Cartons whose marks print now. */
      printed: z.int().nonnegative(),
      /** Cartons whose marks were printed before. */
      already: z.int().nonnegative(),
    }),
  },
  /** The next copy of a label as it will be printed. */
  'labels.preview': {
    input: z.object({
      code: cartonCodeText,
      side: z.union([z.literal(1), z.literal(2)]),
      page: z.int().positive(),
    }),
    output: labelPreviewSchema,
  },

  'recount.snapshot': { input: nothing, output: recountViewSchema },
  /** From now on scans are counted, until the recount is finished and left. */
  'recount.start': { input: z.object({ code: cartonCodeText }), output: nothing },
  'recount.undo': { input: nothing, output: nothing },
  /** Compares, shows the differences and records the outcome. */
  'recount.finish': { input: nothing, output: nothing },
  /** Opens the counted carton on the bench to put it right, and leaves the recount. */
  'recount.reopen': { input: z.object({ reason }), output: nothing },
  'recount.leave': { input: nothing, output: nothing },

  'shift.snapshot': { input: nothing, output: shiftViewSchema },
  /** From now on scans accept what is handed over, until it is finished or broken off. */
  'shift.start': { input: nothing, output: nothing },
  /** Nobody finds this one. */
  'shift.missing': { input: z.object({ code: cartonCodeText, reason }), output: nothing },
  /** Takes back what was said last; with nothing said, breaks off. */
  'shift.undo': { input: nothing, output: nothing },
  /** By the id of the successor, who is signed in; null where nobody signs in. */
  'shift.finish': { input: z.string().min(1).max(64).nullable(), output: nothing },
  'shift.leave': { input: nothing, output: nothing },

  /** By name; a supervisor takes a badge. */
  'operators.signIn': { input: z.string().min(1).max(64), output: nothing },
  'operators.signOut': { input: nothing, output: nothing },

  'decisions.list': { input: nothing, output: z.array(decisionSchema) },
  'decisions.resolve': {
    input: z.object({ id: z.int().positive(), choice: z.enum(decisionChoices) }),
    output: nothing,
  },

  'sync.health': { input: nothing, output: syncHealthSchema },
  'sync.enrol': {
    input: z.object({
      pairingCode: z.string().trim().min(1).max(64),
      /** An administrator accepts that this computer cannot protect the token. */
      consent: z.object({ name: z.string().trim().min(1).max(100), reason }).optional(),
    }),
    output: nothing,
  },
  'sync.retry': { input: nothing, output: nothing },

  ...printerRequests,
  ...deviceRequests,
  ...importRequests,

  /** Only while `store-corrupt` stops the station: the backup it names takes the place of the store. */
  'store.restoreBackup': { input: z.string().regex(backupNamePattern), output: nothing },

  /** Makes the sheet of command codes in this language, keeps it and opens it in the system's viewer. */
  'documents.commandSheet': { input: languageSchema, output: nothing },

  /** Puts a weight in grams on the virtual scale; null puts the open carton on it. */
  'training.place': { input: z.int().min(0).max(200_000).nullable(), output: nothing },
  'training.prints': { input: nothing, output: z.array(virtualPrintSchema) },
} satisfies Record<RequestName, RequestContract>

/** What main pushes. `bench` and `cartons` carry what changed; a gap in `rev` asks for a snapshot. */
export const events = {
  app: appStateSchema,
  /** Orders that changed, as they are now. */
  orders: z.array(orderSummarySchema),
  bench: benchStateSchema,
  cartons: z.object({ orderNo: z.string() }),
  parked: z.array(parkedCartonSchema),
  recount: recountViewSchema,
  shift: shiftViewSchema,
  lookup: lookupViewSchema,
  decisions: z.array(decisionSchema),
  imports: importsViewSchema,
  signIn: signInViewSchema,
  scale: scaleViewSchema,
  devices: devicesViewSchema,
  sync: syncViewSchema,
  prints: virtualPrintSchema,
  ruler: rulerViewSchema.nullable(),
  deviceFeed: deviceFeedSchema,
  detection: detectionSchema.nullable(),
  printing: printingStateSchema,
} satisfies Record<EventName, z.ZodType>

export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.infer<(typeof requests)[Name]['output']>
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>

/** What every request answers: errors are values on this side of the bridge. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorShape }

/** The client the preload script exposes as `window.station`: one function a request, one a subscription. */
export interface StationClient {
  readonly requests: {
    readonly [Name in RequestName]: (
      input: RequestInput<Name>,
    ) => Promise<Answer<RequestOutput<Name>>>
  }
  readonly on: {
    readonly [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void
  }
}
