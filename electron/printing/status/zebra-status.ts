import {
  type PrinterStatus,
  statusOf,
  together,
  unknownStatus,
} from '#shared/domain/printer-status.ts'

// ZPL II Programming Guide, Volume One: ~HS answers in three strings between STX and ETX, ~HQES in one.

/** Asks for both at once; older printers answer only the first. */
export const zebraQuery = '~HS~HQES'

const strings = /\u0002([^\u0002\u0003]{1,400})\u0003/g
/** aaa,b,c,dddd,eee,f,g,h,iii,j,k,l: b paper out, c paused, l too hot. */
const first = /^\d{3},([01]),([01]),\d{4},\d{3},[01],[01],[01],\d{3},[01],[01],([01])$/
/** mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www: o head up, p ribbon out. */
const second = /^\d{3},\d,([01]),([01]),[01],\d,\d,[01],\d{8},\d,\d{3}$/
/** The flag, and eight hexadecimal digits each for the upper and the lower bits. */
const errors = /ERRORS:\s{1,20}[01]\s([0-9A-F]{8})\s([0-9A-F]{8})/i

const readFirst = ([, paper, paused, hot]: readonly string[]): PrinterStatus =>
  statusOf({ 'paper-out': paper === '1', paused: paused === '1', 'too-hot': hot === '1' })

const readSecond = ([, head, ribbon]: readonly string[]): PrinterStatus =>
  statusOf({ 'head-open': head === '1', 'ribbon-out': ribbon === '1' })

const readErrors = ([, upper = '', lower = '']: readonly string[]): PrinterStatus => {
  const bits = Number.parseInt(lower, 16)
  const has = (bit: number): boolean => (bits & bit) !== 0
  const named = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x20 | 0x10000
  return statusOf({
    'paper-out': has(0x1),
    'ribbon-out': has(0x2),
    'head-open': has(0x4),
    cutter: has(0x8),
    'too-hot': has(0x10) || has(0x20),
    paused: has(0x10000),
    fault: (bits & ~named) !== 0 || Number.parseInt(upper, 16) !== 0,
  })
}

/** What one pattern finds in the strings of a reply. */
const found = (
  lines: readonly string[],
  pattern: RegExp,
  read: (match: readonly string[]) => PrinterStatus,
): readonly PrinterStatus[] =>
  lines.flatMap((line) => {
    const match = pattern.exec(line)
    return match === null ? [] : [read(match)]
  })

/**
 * The answers to `zebraQuery`. Trouble counts wherever it is told; well is only who has said everything: both strings
 * of `~HS` that tell of trouble, or all errors of `~HQES`.
 */
export const readZebraStatus = (reply: string): PrinterStatus => {
  const lines = [...reply.matchAll(strings)].map(([, text = '']) => text.trim())
  const host = found(lines, first, readFirst)
  const head = found(lines, second, readSecond)
  const told = found(lines, errors, readErrors)
  const status = together([...host, ...head, ...told])
  const isWhole = told.length > 0 || (host.length > 0 && head.length > 0)
  return status.kind === 'ready' && !isWhole ? unknownStatus : status
}

/** Only `~HQES`, which comes last, tells of cutter and motor; a printer without it is waited for in vain. */
export const isZebraStatus = (reply: string): boolean => /ERRORS:[^\u0003]*\u0003/.test(reply)
