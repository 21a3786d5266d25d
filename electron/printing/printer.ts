import type { MarkDpi, MarkLanguage } from './label-renderer.ts'
import type { Transport } from './transports/transport.ts'

/** A printer of the station's allow-list, ready to be sent to. */
export interface Printer {
  readonly id: string
  readonly language: MarkLanguage
  readonly dpi: MarkDpi
  readonly transport: Transport
}
