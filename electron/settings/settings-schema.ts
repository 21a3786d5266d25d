import { z } from 'zod'
import { languageSchema } from '#shared/contract/views.ts'
import {
  type AddressCheck,
  checkPrinterAddress,
  checkScaleAddress,
  checkScannerAddress,
} from './addresses.ts'

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
const printerShape = {
  id: name(64),
  /** For people; the id when there is none. */
  name: name(100).exactOptional(),
  address: address(checkPrinterAddress),
  language: supported(['zpl', 'tspl', 'escpos'], ['zpl', 'tspl']),
  dpi: supported([203, 300], [203, 300]),
  media: supported(['100x150', '100x100', '100x60', '72'], ['100x150']),
}
const scannerShape = { id: name(64), address: address(checkScannerAddress) }
const scaleShape = { address: address(checkScaleAddress), protocol: name(64) }

const settingsShape = {
  language: languageSchema.default('zh-CN'),
  mode: z.enum(['training', 'live']).default('training'),
  station: z.strictObject(stationShape).prefault({}),
  api: z.strictObject(apiShape).exactOptional(),
  printers: z.array(z.strictObject(printerShape)).max(50).exactOptional(),
  defaultPrinter: name(64).exactOptional(),
  scanners: z.array(z.strictObject(scannerShape)).max(50).exactOptional(),
  scale: z.strictObject(scaleShape).nullable().exactOptional(),
}

/** The keys each object may have, by where it stands. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsShape),
  station: Object.keys(stationShape),
  api: Object.keys(apiShape),
  'printers[]': Object.keys(printerShape),
  'scanners[]': Object.keys(scannerShape),
  scale: Object.keys(scaleShape),
}

const virtualPrinter: z.output<z.ZodObject<typeof printerShape>> = {
  id: 'virtual',
  name: '虚拟打印机',
  address: 'virtual',
  language: 'zpl',
  dpi: 203,
  media: '100x150',
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
    const twiceScanner = repeated(scanners.map(({ id }) => id))
    if (twiceScanner >= 0) {
      say(['scanners', twiceScanner, 'id'], 'is already the id of another scanner')
    }
    if (defaultPrinter !== undefined && !ids.includes(defaultPrinter)) {
      say(['defaultPrinter'], `must be the id of a printer: ${ids.join(', ')}`)
    }
  })
  .transform((settings) => {
    const training = settings.mode === 'training'
    const printers = settings.printers?.length ? settings.printers : [virtualPrinter]
    return {
      ...settings,
      printers: printers.map((printer) => ({ ...printer, name: printer.name ?? printer.id })),
      defaultPrinter: settings.defaultPrinter ?? printers[0]?.id ?? virtualPrinter.id,
      scanners: settings.scanners ?? [
        training ? { id: 'virtual', address: 'virtual' } : { id: 'wedge', address: 'wedge' },
      ],
      scale:
        settings.scale === undefined && training
          ? { address: 'virtual', protocol: 'virtual' }
          : (settings.scale ?? null),
    }
  })

export type Settings = z.output<typeof settingsSchema>

/** What a station without `settings.json` works with: training, with virtual devices. */
export const trainingDefaults = (): Settings => settingsSchema.parse({})
