import type { LabelTarget } from './label-renderer.ts'
import type { Transport } from './transports/transport.ts'

/** A printer of the station's allow-list, ready to be sent to. */
export interface Printer extends LabelTarget {
  readonly id: string
  readonly transport: Transport
}
