import type { ScaleProtocolId } from './scale-protocol.ts'
import type { FramingOptions } from './scan-framing.ts'

/** A scanner of the station, as it is set up. */
export interface ScannerConfig extends FramingOptions {
  readonly id: string
  /** For people. */
  readonly name: string
  /** As `readDeviceAddress` reads it. */
  readonly address: string
}

export interface ScaleConfig {
  readonly address: string
  readonly protocol: ScaleProtocolId | 'virtual'
  /** Smallest step of its display in grams; 10 unless given. */
  readonly division?: number
  /** Several benches weigh on it: what is packed waits in a queue before it 待称重. */
  readonly shared?: boolean
}

/** The scanners and the scale that the station works with. */
export interface DeviceSettings {
  readonly scanners: readonly ScannerConfig[]
  readonly scale: ScaleConfig | null
}
