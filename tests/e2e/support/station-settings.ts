import type { Language } from '#shared/contract/views.ts'

/** `settings.json` as an administrator writes it. */
export interface StationSettings {
  readonly language?: Language
  readonly mode?: 'training' | 'live'
  readonly station?: { readonly name: string }
  readonly api?: { readonly url: string; readonly pairingCode?: string }
  readonly printers?: readonly {
    readonly id: string
    readonly address: string
    readonly language: 'zpl'
    readonly dpi: 203
    readonly media: '100x150' | '60x30'
  }[]
  readonly defaultPrinter?: string
  readonly labelPrinters?: Readonly<Record<string, string>>
  readonly scanners?: readonly ScannerSettings[]
  readonly scale?: ScaleSettings | null
  readonly markRolls?: readonly MarkRollSettings[]
  readonly operators?: readonly OperatorSettings[]
}

export interface ScaleSettings {
  readonly address: string
  readonly protocol: string
  /** Several benches weigh on it. */
  readonly shared?: boolean
}

export interface OperatorSettings {
  readonly id: string
  readonly name: string
  readonly badge: string
  readonly role?: 'packer' | 'supervisor'
}

export interface ScannerSettings {
  readonly id: string
  readonly name?: string
  readonly address: string
  readonly prefix?: string
  readonly gapMs?: number
}

export interface MarkRollSettings {
  readonly id: string
  readonly name: string
  readonly barcode: string
  readonly unCodes: readonly string[]
}

interface LiveParts {
  /** Without a pairing code somebody has to type one. */
  readonly server: { readonly url: string; readonly pairingCode?: string }
  /** `tcp://host:port`, `file:path` or `virtual`. */
  readonly printer: string
  /** Of a second printer, for the labels of units. */
  readonly unitPrinter?: string
  /** Of another printer, for temporary labels: as `printer`. */
  readonly parkingPrinter?: string
  readonly scale?: ScaleSettings | null
  readonly language?: Language
  readonly markRolls?: readonly MarkRollSettings[]
  readonly operators?: readonly OperatorSettings[]
  readonly scanners?: readonly ScannerSettings[]
}

const sidePrinters = ({ unitPrinter, parkingPrinter }: LiveParts) => {
  const zpl = { language: 'zpl', dpi: 203 } as const
  return [
    ...(unitPrinter === undefined
      ? []
      : [{ ...zpl, id: 'unit', address: unitPrinter, media: '60x30' } as const]),
    ...(parkingPrinter === undefined
      ? []
      : [{ ...zpl, id: 'parking', address: parkingPrinter, media: '100x150' } as const]),
  ]
}

/** A bench at work: a server, one label printer, and the virtual scale unless there is another or none. */
export const liveSettings = (parts: LiveParts): StationSettings => ({
  language: parts.language ?? 'zh-CN',
  mode: 'live',
  station: { name: '打包台 7' },
  api: parts.server,
  printers: [
    { id: 'p1', address: parts.printer, language: 'zpl', dpi: 203, media: '100x150' },
    ...sidePrinters(parts),
  ],
  defaultPrinter: 'p1',
  labelPrinters: Object.fromEntries(sidePrinters(parts).map(({ id }) => [id, id])),
  scale: parts.scale === undefined ? { address: 'virtual', protocol: 'virtual' } : parts.scale,
  ...(parts.markRolls === undefined ? {} : { markRolls: parts.markRolls }),
  ...(parts.operators === undefined ? {} : { operators: parts.operators }),
  ...(parts.scanners === undefined ? {} : { scanners: parts.scanners }),
})
