import type {
  PrinterConfig,
  PrinterLanguage,
  PrinterSettings,
  SideLabelKind,
} from '#shared/domain/printer-config.ts'
import {
  parseRulerPlace,
  parseRulerSettings,
  type RulerPlace,
  rulerPlaces,
  type RulerSettings,
} from '#shared/domain/ruler-code.ts'
import type { PrinterSetupView, RulerView } from '#shared/contract/printer-views.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelRenderer } from './label-renderer.ts'
import { tuningOf } from './tuning-of.ts'
import type { Transport } from './transports/transport.ts'

export interface PrinterSetupParts {
  readonly chosen: PrinterSettings
  /** Writes the choices down and wires the station anew. Throws AppError printer-setup-invalid. */
  readonly save: (choices: PrinterSettings) => void
  /** A label is on its way to a printer: nothing may be wired anew. */
  readonly isSending: () => boolean
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly openTransport: (address: string) => Transport
  /** What the printer at the address speaks, or null when it does not tell. */
  readonly detect: (address: string) => Promise<PrinterLanguage | null>
  readonly station: string
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly now: () => string
  /** No byte moving for this long ends a send, in milliseconds. */
  readonly stallMs: number
  readonly publish: (ruler: RulerView | null) => void
}

/** Sets printers up: by address, with a ruler label whose codes prove size, place and darkness. */
export interface PrinterSetup {
  view(): PrinterSetupView
  /** Throws AppError printer-busy, printer-setup-invalid. */
  save(printer: PrinterConfig, forMarks: boolean): void
  /** Throws AppError printer-unknown, printer-busy, printer-setup-invalid. */
  remove(id: string): void
  /** Throws AppError printer-busy, printer-setup-invalid. */
  use(kind: SideLabelKind, id: string | null): void
  detect(address: string): Promise<PrinterLanguage | null>
  /** Rejects with AppError of the layout or of the way to the printer; a label that may have come out counts as printed. */
  printRuler(printer: PrinterConfig): Promise<void>
  endRuler(): void
  /** Whether a scan is a code of the ruler label that is awaited. */
  takes(text: string): boolean
  close(): void
}

/** AIM symbology identifier (ISO/IEC 15424), which some scanners send before the text. */
const aimId = /^\][A-Za-z][0-9A-Za-z]/

interface Ruler {
  readonly settings: RulerSettings
  readonly read: ReadonlySet<RulerPlace>
  readonly told: RulerView['settings']
}

const sameSettings = (one: RulerSettings, other: RulerSettings): boolean =>
  one.printerId === other.printerId &&
  one.media === other.media &&
  one.dpi === other.dpi &&
  one.offset.x === other.offset.x &&
  one.offset.y === other.offset.y &&
  one.darkness === other.darkness &&
  one.speed === other.speed

const rulerView = ({ settings, read, told }: Ruler): RulerView => {
  const fine = [...read].flatMap((place) => (place.startsWith('N') ? [Number(place.slice(1))] : []))
  return {
    printerId: settings.printerId,
    places: rulerPlaces(settings.media).map((place) => ({ place, isRead: read.has(place) })),
    finest: fine.length === 0 ? null : Math.min(...fine),
    settings: told,
  }
}

export const createPrinterSetup = (parts: PrinterSetupParts): PrinterSetup => {
  const { chosen, publish } = parts
  const closing = new AbortController()
  let ruler: Ruler | null = null

  const tell = (next: Ruler | null): void => {
    ruler = next
    publish(next === null ? null : rulerView(next))
  }
  const save = (change: Partial<PrinterSettings>): void => {
    if (parts.isSending()) {
      throw new AppError('printer-busy', 'a label is being sent', { retryable: true })
    }
    parts.save({ ...chosen, ...change })
  }

  return {
    view: () => ({
      printers: chosen.printers.map((printer) => ({ ...printer, offset: { ...printer.offset } })),
      defaultPrinter: chosen.defaultPrinter,
      labelPrinters: { ...chosen.labelPrinters },
    }),
    save: (printer, forMarks) => {
      const isKnown = chosen.printers.some(({ id }) => id === printer.id)
      save({
        printers: isKnown
          ? chosen.printers.map((each) => (each.id === printer.id ? printer : each))
          : [...chosen.printers, printer],
        ...(forMarks ? { defaultPrinter: printer.id } : {}),
      })
    },
    remove: (id) => {
      const printers = chosen.printers.filter((printer) => printer.id !== id)
      if (printers.length === chosen.printers.length) {
        throw new AppError('printer-unknown', `no printer ${id}`, { details: { printerId: id } })
      }
      const others = Object.entries(chosen.labelPrinters).filter(([, printer]) => printer !== id)
      save({ printers, labelPrinters: Object.fromEntries(others) })
    },
    use: (kind, id) => {
      const { [kind]: _before, ...others } = chosen.labelPrinters
      save({ labelPrinters: id === null ? others : { ...others, [kind]: id } })
    },
    detect: parts.detect,
    printRuler: async (printer) => {
      const { offset, speed, darkness } = printer
      const { bytes } = await parts.renderer.render(
        {
          kind: 'ruler',
          printerId: printer.id,
          printerName: printer.name,
          offset,
          ...(darkness === null ? {} : { darkness }),
          ...(speed === null ? {} : { speed }),
          station: parts.station,
          printedAt: parts.now(),
        },
        { ...printer, tuning: tuningOf(printer) },
      )
      const { signal } = closing
      const outcome = await parts
        .openTransport(printer.address)
        .send(bytes, { signal, stallMs: parts.stallMs })
      if (outcome.kind === 'nothing-left') throw outcome.problem
      const { id: printerId, media, dpi } = printer
      const settings = { printerId, media, dpi, offset, darkness, speed }
      tell({ settings, read: new Set(), told: 'due' })
      if (outcome.kind === 'uncertain') throw outcome.problem
    },
    endRuler: () => {
      if (ruler !== null) tell(null)
    },
    takes: (text) => {
      if (ruler === null) return false
      const said = text.replace(aimId, '').trim()
      const place = parseRulerPlace(said)
      const settings = place === null ? parseRulerSettings(said) : null
      if (place !== null) tell({ ...ruler, read: new Set([...ruler.read, place]) })
      else if (settings !== null) {
        tell({ ...ruler, told: sameSettings(settings, ruler.settings) ? 'read' : 'differs' })
      }
      return place !== null || settings !== null
    },
    close: () => closing.abort(),
  }
}
