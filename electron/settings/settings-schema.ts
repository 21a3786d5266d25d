import { z } from 'zod'
import { isMarkMedia, labelMedia, type MarkMedia, markMedia } from '#shared/domain/label-media.ts'
import {
  fitsScale,
  type PrinterConfig,
  type SideLabelKind,
  tuningScales,
} from '#shared/domain/printer-config.ts'
import { badgeFault, operatorRoles } from '#shared/domain/operator.ts'
import type { ScaleConfig } from '#shared/domain/device-settings.ts'
import { scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { scanFramings } from '#shared/domain/scan-framing.ts'
import { languageSchema } from '#shared/contract/views.ts'
import {
  type AddressCheck,
  checkPrinterAddress,
  checkScaleAddress,
  checkScannerAddress,
} from './addresses.ts'
import { checkScanners } from './check-scanners.ts'

const name = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must not be longer than ${max} characters`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must not contain control characters')

const address = (check: AddressCheck) =>
  name(500).superRefine((value, context) => {
    const message = check(value)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })

/** One of the documented values, of which this version can drive only some. */
const supported = <const Value extends string | number>(
  documented: readonly (string | number)[],
  now: readonly Value[],
) =>
  z.literal(now, {
    error: ({ input }) =>
      documented.includes(input as string | number)
        ? `${String(input)} cannot be driven by this version yet; supported: ${now.join(', ')}`
        : `must be one of: ${documented.join(', ')}`,
  })

const stationShape = { name: name(100).default('打包台 1') }
const apiShape = {
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .refine((url) => !/[?#]/.test(url), 'must not contain ? or #'),
  pairingCode: name(64).exactOptional(),
}
const dots = z.int().min(-999).max(999)
const printerShape = {
  id: name(64),
  /** For people; the id when there is none. */
  name: name(100).exactOptional(),
  address: address(checkPrinterAddress),
  language: supported(['zpl', 'tspl', 'escpos'], ['zpl', 'tspl', 'escpos']),
  dpi: supported([203, 300], [203, 300]),
  media: z.literal(labelMedia, { error: `must be one of: ${labelMedia.join(', ')}` }),
  /** Dots to the right and down. */
  offset: z.strictObject({ x: dots, y: dots }).exactOptional(),
  /** Inches a second; unless given, as the printer is set. */
  speed: z.number().exactOptional(),
  darkness: z.int().exactOptional(),
}
const frame = z
  .string()
  .min(1, 'must not be empty')
  .max(32, 'must not be longer than 32 characters')
  .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters')
const scannerShape = {
  id: name(64),
  /** For people; the id when there is none. */
  name: name(100).exactOptional(),
  address: address(checkScannerAddress),
  framing: z
    .literal(scanFramings, { error: `must be one of: ${scanFramings.join(', ')}` })
    .exactOptional(),
  prefix: frame.exactOptional(),
  suffix: frame.exactOptional(),
  gapMs: z.int().min(1).max(2_000).exactOptional(),
}
const scaleShape = {
  address: address(checkScaleAddress),
  protocol: z.literal(['virtual', ...scaleProtocols], {
    error: `must be one of: ${scaleProtocols.join(', ')}; virtual for the virtual scale`,
  }),
  /** Smallest step of its display, in grams; 10 unless given. */
  division: z.int().min(1).max(1_000).exactOptional(),
  /** Several benches weigh on it: what is packed waits in a queue. */
  shared: z.boolean().exactOptional(),
}

const markRollShape = {
  id: name(64),
  /** For people; the id when there is none. */
  name: name(100).exactOptional(),
  /** As it stands on the roll. */
  barcode: name(64),
  unCodes: z
    .array(z.string().regex(/^UN\d{4}$/, 'must be UN and four digits, e.g. UN3481'))
    .min(1, 'must name at least one UN number'),
}

const operatorShape = {
  id: name(64),
  /** For people, on marks and in what the server is told; the id when there is none. */
  name: name(40).exactOptional(),
  /** What the barcode of the badge says. */
  badge: name(64).superRefine((value, context) => {
    const message = badgeFault(value)
    if (message !== null) context.addIssue({ code: 'custom', message })
  }),
  role: z.enum(operatorRoles).default('packer'),
}

const labelPrintersShape = {
  pallet: name(64).exactOptional(),
  unit: name(64).exactOptional(),
  parking: name(64).exactOptional(),
} satisfies Record<SideLabelKind, z.ZodType>

const settingsShape = {
  language: languageSchema.default('zh-CN'),
  mode: z.enum(['training', 'live']).default('training'),
  station: z.strictObject(stationShape).prefault({}),
  api: z.strictObject(apiShape).exactOptional(),
  printers: z.array(z.strictObject(printerShape)).max(50).exactOptional(),
  defaultPrinter: name(64).exactOptional(),
  /** Printers of labels other than box marks; they go where the box marks go unless named. */
  labelPrinters: z.strictObject(labelPrintersShape).exactOptional(),
  scanners: z.array(z.strictObject(scannerShape)).max(50).exactOptional(),
  scale: z.strictObject(scaleShape).nullable().exactOptional(),
  markRolls: z.array(z.strictObject(markRollShape)).max(20).exactOptional(),
  /** Where there are any, somebody has to sign in before goods are packed. */
  operators: z.array(z.strictObject(operatorShape)).max(500).exactOptional(),
}

/** The keys each object may have, by where it stands. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsShape),
  station: Object.keys(stationShape),
  api: Object.keys(apiShape),
  'printers[]': Object.keys(printerShape),
  'printers[].offset': ['x', 'y'],
  labelPrinters: Object.keys(labelPrintersShape),
  'scanners[]': Object.keys(scannerShape),
  scale: Object.keys(scaleShape),
  'markRolls[]': Object.keys(markRollShape),
  'operators[]': Object.keys(operatorShape),
}

const virtualPrinter = {
  id: 'virtual',
  name: '虚拟打印机',
  address: 'virtual',
  language: 'zpl',
  dpi: 203,
  media: '100x150',
} as const satisfies z.output<z.ZodObject<typeof printerShape>>

const printerConfig = (printer: z.output<z.ZodObject<typeof printerShape>>): PrinterConfig => {
  const { id, name: given, address: place, language, dpi, media, offset, speed, darkness } = printer
  return {
    id,
    name: given ?? id,
    address: place,
    language,
    dpi,
    media,
    offset: offset ?? { x: 0, y: 0 },
    speed: speed ?? null,
    darkness: darkness ?? null,
  }
}

const repeated = (ids: readonly string[]): number =>
  ids.findIndex((id, index) => ids.indexOf(id) !== index)

/** `settings.json`, with every default filled in. */
export const settingsSchema = z
  .strictObject(settingsShape)
  .superRefine((settings, context) => {
    const say = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message })
    const { mode, api, printers, defaultPrinter, scanners = [] } = settings
    if (mode === 'live' && api === undefined) say(['api'], 'is needed in live mode')
    if (mode === 'live' && (printers ?? []).length === 0) {
      say(['printers'], 'must name at least one printer in live mode')
    }
    const ids = (printers ?? [virtualPrinter]).map(({ id }) => id)
    const twice = repeated(ids)
    if (twice >= 0)
      say(['printers', twice, 'id'], `${ids[twice]} is already the id of another printer`)
    for (const [index, { address: place, language, dpi }] of (printers ?? []).entries()) {
      if (place !== 'virtual') continue
      if (language !== 'zpl') say(['printers', index, 'language'], 'the virtual printer reads zpl')
      if (dpi !== 203) say(['printers', index, 'dpi'], 'the virtual printer has 203')
    }
    for (const { index, key, message } of checkScanners(scanners)) {
      say(['scanners', index, key], message)
    }
    for (const [index, printer] of (printers ?? []).entries()) {
      for (const key of ['speed', 'darkness'] as const) {
        const scale = tuningScales[printer.language][key]
        const value = printer[key]
        if (value === undefined) continue
        if (scale === undefined) {
          say(['printers', index, key], `cannot be set in ${printer.language}`)
        } else if (!fitsScale(scale, value)) {
          const { least, most, step } = scale
          say(['printers', index, key], `must be from ${least} to ${most} in steps of ${step}`)
        }
      }
    }
    for (const [kind, id] of Object.entries(settings.labelPrinters ?? {})) {
      if (!ids.includes(id))
        say(['labelPrinters', kind], `must be the id of a printer: ${ids.join(', ')}`)
    }
    const { markRolls = [] } = settings
    const twiceRoll = repeated(markRolls.map(({ id }) => id))
    if (twiceRoll >= 0) say(['markRolls', twiceRoll, 'id'], 'is already the id of another roll')
    const sameCode = repeated(markRolls.map(({ barcode }) => barcode))
    if (sameCode >= 0) {
      say(['markRolls', sameCode, 'barcode'], 'is already the barcode of another roll')
    }
    if (settings.scale != null) {
      const { address: place, protocol } = settings.scale
      const kind = place === 'virtual' ? 'virtual' : place.startsWith('hid:') ? 'hid' : 'serial'
      const fits =
        kind === 'serial' ? protocol !== 'virtual' && protocol !== 'hid' : protocol === kind
      if (!fits) say(['scale', 'protocol'], `does not go with ${place}`)
    }
    const { operators = [] } = settings
    for (const key of ['id', 'badge'] as const) {
      const twiceOperator = repeated(operators.map((operator) => operator[key]))
      if (twiceOperator < 0) continue
      say(['operators', twiceOperator, key], `is already the ${key} of another operator`)
    }
    const ofMarks = Math.max(0, ids.indexOf(defaultPrinter ?? ''))
    const { media } = (printers ?? [])[ofMarks] ?? virtualPrinter
    if (!isMarkMedia(media))
      say(['printers', ofMarks, 'media'], `box marks need one of: ${markMedia.join(', ')}`)
    if (defaultPrinter !== undefined && !ids.includes(defaultPrinter)) {
      say(['defaultPrinter'], `must be the id of a printer: ${ids.join(', ')}`)
    }
  })
  .transform((settings) => {
    const virtualScale: ScaleConfig = { address: 'virtual', protocol: 'virtual' }
    const training = settings.mode === 'training'
    const printers = settings.printers?.length ? settings.printers : [virtualPrinter]
    return {
      ...settings,
      printers: printers.map(printerConfig),
      labelPrinters: settings.labelPrinters ?? {},
      defaultPrinter: settings.defaultPrinter ?? printers[0]?.id ?? virtualPrinter.id,
      scanners: (
        settings.scanners ?? [
          training ? { id: 'virtual', address: 'virtual' } : { id: 'wedge', address: 'wedge' },
        ]
      ).map((scanner) => ({ ...scanner, name: scanner.name ?? scanner.id })),
      markRolls: (settings.markRolls ?? []).map((roll) => ({
        ...roll,
        name: roll.name ?? roll.id,
      })),
      operators: (settings.operators ?? []).map((operator) => ({
        ...operator,
        name: operator.name ?? operator.id,
      })),
      scale: settings.scale === undefined && training ? virtualScale : (settings.scale ?? null),
    }
  })

/** As it stands in the file. */
export type SettingsJson = z.input<typeof settingsSchema>
export type Settings = z.output<typeof settingsSchema>

/** What the printer holds that box marks go to: the schema takes no other there. */
export const markMediaOf = ({ printers, defaultPrinter }: Settings): MarkMedia => {
  const media = printers.find(({ id }) => id === defaultPrinter)?.media
  return media !== undefined && isMarkMedia(media) ? media : virtualPrinter.media
}

/** What a station without `settings.json` works with: training, with virtual devices. */
export const trainingDefaults = (): Settings => settingsSchema.parse({})
