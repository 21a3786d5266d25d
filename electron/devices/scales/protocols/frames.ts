import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import type { ScaleParser } from './protocol.ts'

/** What stands at the beginning of the bytes; lengths in bytes. */
export type FrameRead =
  /** The beginning of a frame, perhaps. */
  | { readonly kind: 'more' }
  /** No frame begins here. */
  | { readonly kind: 'none' }
  /** A whole frame that is damaged. Only its first byte is given up: it may have swallowed the beginning of a true one. */
  | { readonly kind: 'bad' }
  | { readonly kind: 'frame'; readonly length: number; readonly reports: readonly ScaleReport[] }

export const more: FrameRead = { kind: 'more' }
export const none: FrameRead = { kind: 'none' }
export const bad: FrameRead = { kind: 'bad' }

/** Cuts a stream into frames. @param longest bytes of the longest frame: what is still none at that length never will be */
export const createFrameParser = (
  read: (bytes: Uint8Array) => FrameRead,
  longest: number,
): ScaleParser => {
  let rest = new Uint8Array()
  let frames = 0
  let damaged = 0
  let noise = 0

  const take = (bytes: Uint8Array, reports: ScaleReport[]): number => {
    const found = read(bytes)
    switch (found.kind) {
      case 'more':
        if (bytes.length < longest) return 0
        break
      case 'none':
        break
      case 'bad':
        damaged += 1
        return 1
      case 'frame':
        frames += 1
        reports.push(...found.reports)
        return found.length
    }
    noise += 1
    return 1
  }

  return {
    push: (bytes) => {
      const reports: ScaleReport[] = []
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      let start = 0
      while (start < all.length) {
        const taken = take(all.subarray(start), reports)
        if (taken === 0) break
        start += taken
      }
      rest = Uint8Array.from(all.subarray(start))
      return reports
    },
    counts: () => ({ frames, bad: damaged, noise }),
  }
}
