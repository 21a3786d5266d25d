import type { PrinterSettings } from '#shared/domain/printer-config.ts'
import type { LabelMedia } from '#shared/domain/label-media.ts'
import type { PrinterStatus } from '#shared/domain/printer-status.ts'
import { AppError, type ErrorCode, type ErrorShape } from '#shared/errors.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { PrinterView } from '#shared/contract/printing-views.ts'
import {
  createLabelRenderer,
  createPrinterSetup,
  createPrinterWatch,
  createPrinting,
  createSideLabels,
  createVirtualPrinter,
  detectLanguage,
  type LaidOutLabel,
  oneAtATime,
  openTransport,
  type PrinterSetup,
  type Printing,
  type PrintJob,
  type SideLabels,
  type Transport,
  tuningOf,
  type VirtualPrinter,
  type WatchPace,
} from '#electron/printing/index.ts'
import { markMediaOf, type Settings } from '#electron/settings/index.ts'
import type { Store } from '#electron/store/index.ts'
import { afterTimeout } from '#electron/sync/index.ts'
import type { DeviceBoard } from './device-board.ts'
import { type PacedNews, pacedNews } from './paced-news.ts'
import type { Publish } from './publish.ts'

interface RoomParts {
  readonly store: Store
  readonly settings: Settings
  readonly workers: { readonly label: URL; readonly virtualPrinter: URL }
  readonly devices: DeviceBoard
  readonly now: () => string
  readonly record: (fact: Fact) => unknown
  readonly savePrinters: (choices: PrinterSettings) => void
  readonly onFault: (error: unknown) => void
  readonly publish: Publish
}

/** The printers of the station and everything that drives, asks and sets them up. */
export interface PrintingRoom {
  readonly printing: Printing
  readonly setup: PrinterSetup
  readonly sideLabels: SideLabels
  /** A label is being made or sent: nothing may be wired anew. */
  isSending(): boolean
  readonly virtualPrinter: VirtualPrinter
  /** Each printer, and why it is held. */
  printers(): PrinterView[]
  /** How printing stands, told to the page. */
  readonly news: PacedNews
  /** A job has moved: the lamp, and whether its printer is asked what ails it. */
  printed(job: PrintJob): void
  /** The next copy of a label as it will be printed. */
  preview(code: CartonCode, side: 1 | 2, page: number): Promise<LaidOutLabel>
  /** What only labels need, soon after the page is there. */
  warmUp(): void
  close(): Promise<void>
}

/** The page draws and the first scan is answered in the meantime: they want the processor more. In milliseconds. */
const warmUpAfterMs = 1_500
/** How printing stands is told at most so often, in milliseconds. */
const newsPaceMs = 250
/** How often printers are asked how they are, and how long they have to answer, in milliseconds. */
const watchPace: WatchPace = { calm: 10_000, troubled: 2_000, silent: 60_000, printed: 1_500 }
const answerMs = 800
/** Somebody stands beside the printer and waits for the ruler label, in milliseconds. */
const rulerStallMs = 10_000

/** What a send came to when the printer, and not the label, is the reason. */
const wentWrong: ReadonlySet<string | undefined> = new Set([
  'printer-unreachable',
  'printer-interrupted',
] satisfies ErrorCode[])

/** The most urgent of what keeps a printer from printing, with what it should hold. */
const troubleOf = (
  status: PrinterStatus,
  printer: { readonly id: string; readonly media: LabelMedia } | undefined,
): AppError | null => {
  const [trouble] = status.kind === 'trouble' ? status.troubles : []
  if (trouble === undefined || printer === undefined) return null
  const details = {
    printerId: printer.id,
    ...(trouble === 'paper-out' ? { media: printer.media } : {}),
  }
  return new AppError(`printer-${trouble}`, trouble, { details, retryable: true })
}

export const openPrintingRoom = (parts: RoomParts): PrintingRoom => {
  const { store, settings, workers, devices, now, publish } = parts
  const closing = new AbortController()
  let warming: NodeJS.Timeout | undefined
  const virtualPrinter = createVirtualPrinter({ workerUrl: workers.virtualPrinter })
  virtualPrinter.onPrint((print) => publish('prints', print))
  const renderer = createLabelRenderer({ workerUrl: workers.label })
  const printersHere = settings.printers.map((printer) => ({
    id: printer.id,
    language: printer.language,
    dpi: printer.dpi,
    media: printer.media,
    tuning: tuningOf(printer),
    transport: oneAtATime(openTransport(printer.address, virtualPrinter)),
  }))
  /** Whoever has a line to that printer already is spoken to on that one: most printers answer only one. */
  const wayTo = (address: string): Transport => {
    const index = settings.printers.findIndex((printer) => printer.address === address)
    return printersHere[index]?.transport ?? openTransport(address, virtualPrinter)
  }
  const printing = createPrinting({
    store,
    renderer,
    printers: printersHere,
    defaultPrinter: settings.defaultPrinter,
    now,
    record: parts.record,
    onFault: parts.onFault,
  })
  const sideLabels = createSideLabels({
    renderer,
    printers: printersHere,
    printerFor: (kind) => settings.labelPrinters[kind] ?? settings.defaultPrinter,
    obstacleTo: printing.obstacleTo,
  })
  const isSending = (): boolean => printing.isBusy() || sideLabels.isBusy()
  /** What printers say of themselves that keeps them from printing. */
  const troubles = new Map<string, ErrorShape>()
  const printerSays = (id: string, status: PrinterStatus): void => {
    const trouble = troubleOf(
      status,
      printersHere.find((printer) => printer.id === id),
    )
    if (trouble === null) troubles.delete(id)
    else troubles.set(id, trouble.toShape())
    printing.printerSays(id, trouble)
    // Silence leaves the lamp as it is.
    if (id === settings.defaultPrinter && status.kind !== 'unknown') devices.printerSays(trouble)
    news.now()
  }
  const watch = createPrinterWatch({
    printers: printersHere,
    after: afterTimeout,
    pace: watchPace,
    patienceMs: answerMs,
    told: (id, status) => {
      try {
        printerSays(id, status)
      } catch (error) {
        parts.onFault(error)
      }
    },
  })
  const setup = createPrinterSetup({
    chosen: settings,
    save: parts.savePrinters,
    isSending,
    renderer,
    openTransport: wayTo,
    detect: (address) =>
      detectLanguage(wayTo(address), { signal: closing.signal, patienceMs: answerMs }),
    station: settings.station.name,
    now,
    stallMs: rulerStallMs,
    publish: (ruler) => publish('ruler', ruler),
  })
  const printers = (): PrinterView[] => {
    const holds = new Map(printing.holds().map((hold) => [hold.printerId, hold]))
    return settings.printers.map(({ id, name }) => {
      const hold = holds.get(id)
      const trouble = troubles.get(id) ?? null
      if (hold === undefined) return { id, name, hold: null, trouble }
      const { cause, reason, problem, since } = hold
      return { id, name, hold: { cause, reason, problem, since }, trouble }
    })
  }
  const news = pacedNews(afterTimeout, newsPaceMs, () =>
    publish('printing', { printers: printers(), ...printing.counts() }),
  )
  printing.onHold(news.now)

  return {
    printing,
    setup,
    sideLabels,
    isSending,
    virtualPrinter,
    printers,
    news,
    printed: (job) => {
      // What the printer says now goes before what became of a label.
      if (!troubles.has(job.printerId)) devices.printed(job)
      if (job.state === 'sent' || job.state === 'confirmed') watch.printed(job.printerId)
      else if (wentWrong.has(job.problem?.code)) watch.trouble(job.printerId)
    },
    preview: (code, side, page) => {
      const next = printing.nextCopy(code, side, page)
      const printer = settings.printers.find(({ id }) => id === settings.defaultPrinter)
      const paper = { dpi: printer?.dpi ?? 203, media: markMediaOf(settings) }
      return renderer.layOut({ kind: 'box-mark', ...next }, paper)
    },
    warmUp: () => {
      clearTimeout(warming)
      warming = setTimeout(() => {
        renderer.warmUp()
        if (settings.printers.some(({ address }) => address === 'virtual')) virtualPrinter.warmUp()
      }, warmUpAfterMs)
    },
    close: async () => {
      clearTimeout(warming)
      closing.abort()
      watch.close()
      setup.close()
      await Promise.all([printing.close(), sideLabels.close()])
      news.end()
      await renderer.close()
      await virtualPrinter.close()
    },
  }
}
