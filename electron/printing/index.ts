export { createPrinting } from './printing.ts'
export type { Printing, PrintingParts } from './printing.ts'
export type { PrintJob } from './print-job.ts'
export type { ListedJob } from './print-listing.ts'
export type { Printer } from './printer.ts'
export type { PrinterHold } from './printer-holds.ts'
export { createLabelRenderer, markDpis, markLanguages } from './label-renderer.ts'
export type {
  LabelRenderer,
  LaidOutLabel,
  LabelTarget,
  MarkDpi,
  MarkLanguage,
  RenderedLabel,
} from './label-renderer.ts'
export { parseLabelInput, parseMarkInput } from './parse-label.ts'
export { createPrinterSetup } from './printer-setup.ts'
export type { PrinterSetup } from './printer-setup.ts'
export { detectLanguage } from './status/ask-status.ts'
export { createPrinterWatch } from './status/printer-watch.ts'
export type { WatchPace } from './status/printer-watch.ts'
export { oneAtATime } from './transports/one-at-a-time.ts'
export { tuningOf } from './tuning-of.ts'
export { createSideLabels } from './side-labels.ts'
export type { SideLabel, SideLabels } from './side-labels.ts'
export { createVirtualPrinter } from './virtual-printer.ts'
export type { VirtualPrinter } from './virtual-printer.ts'
export { openTransport } from './transports/open-transport.ts'
export { parsePrinterAddress } from './transports/printer-address.ts'
export type { SendLimits, SendOutcome, Transport } from './transports/transport.ts'
