import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import type { ScaleParser } from './protocol.ts'

const carriageReturn = 0x0d
const lineFeed = 0x0a
/** No scale sends a longer line. */
const longestLine = 64

/** A line without its end in latin1, for some scales set bit 7: what it says, or null when it is none of this protocol. */
export type ReadLine = (line: string) => readonly ScaleReport[] | null

/**
 * Lines that end with CR, LF or both. A line that is damaged, too long or was joined in the middle is dropped to its end:
 * what is left of `12.35 kg` may look like another weight.
 */
export const createLineParser = (readLine: ReadLine): ScaleParser => {
  const line = Buffer.alloc(longestLine)
  let length = 0
  let frames = 0
  let bad = 0
  let noise = 0
  /** Nothing before the first end of a line is believed: it may be the tail of one. */
  let isWhole = false

  const finish = (reports: ScaleReport[]): void => {
    const read = isWhole ? readLine(line.toString('latin1', 0, length)) : null
    if (read !== null) {
      frames += 1
      reports.push(...read)
    } else if (isWhole && length <= longestLine) bad += 1
    else noise += length
  }

  return {
    push: (bytes) => {
      const reports: ScaleReport[] = []
      for (const byte of bytes) {
        if (byte === carriageReturn || byte === lineFeed) {
          if (length > 0) finish(reports)
          length = 0
          isWhole = true
        } else if (length === longestLine) {
          noise += length
          isWhole = false
          length = 0
        } else {
          line[length] = byte
          length += 1
        }
      }
      return reports
    },
    counts: () => ({ frames, bad, noise }),
  }
}
