import type { ScaleProtocolId, ScaleReport } from '#shared/domain/scale-protocol.ts'

/** Takes what a scale sends apart. It never throws, keeps less than one frame, and finds the next frame behind any noise. */
export interface ScaleParser {
  push(bytes: Uint8Array): readonly ScaleReport[]
  counts(): ScaleCounts
}

export interface ScaleCounts {
  /** Whole frames that were taken. */
  readonly frames: number
  /** Frames whose checksum or shape was wrong. */
  readonly bad: number
  /** Bytes that belong to no frame. */
  readonly noise: number
}

export interface ScaleProtocol {
  readonly id: ScaleProtocolId
  createParser(): ScaleParser
  /** What is asked in turn, where the scale speaks only when asked; empty where it speaks by itself. */
  readonly asks: readonly string[]
  readonly tare: string | null
  readonly zero: string | null
}
