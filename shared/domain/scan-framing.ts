/**
 * How a scanner on a line marks where a scan ends. `line` takes CR, LF or both; `none` marks nothing: silence ends a
 * scan, so that no two of them may come at once.
 */
export const scanFramings = ['line', 'cr', 'lf', 'crlf', 'tab', 'stx-etx', 'none'] as const
export type ScanFraming = (typeof scanFramings)[number]

export interface FramingOptions {
  /** `line` when absent. */
  readonly framing?: ScanFraming
  /** Text the scanner is set to send before and after each scan; it is taken off where it is there. */
  readonly prefix?: string
  readonly suffix?: string
  /** Longest pause within one scan in ms. */
  readonly gapMs?: number
}
