import {
  type PrinterStatus,
  statusOf,
  together,
  unknownStatus,
} from '#shared/domain/printer-status.ts'

// TSPL/TSPL2 Programming Language: immediate commands that printers answer also while they print or stand still.

/** `ESC ! ?` for one byte, `ESC ! S` for four between STX and ETX; older printers answer only the first. */
export const tsplQuery = '\u001B!?\u001B!S'

const four = /\u0002([\u0040-\u007F])([\u0040-\u007F])([\u0040-\u007F])([\u0040-\u007F])\u0003/

const bit = (byte: number, index: number): boolean => ((byte >> index) & 1) === 1

/** What receipt printers answer to their own question: bits 1 and 4 set, 0 and 7 not. No TSPL printer is paused and jammed. */
const isForeign = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010

/** Bit 5 is `printing`, which is no trouble. */
const readByte = (byte: number): PrinterStatus => {
  if (isForeign(byte)) return unknownStatus
  return statusOf({
    'head-open': bit(byte, 0),
    jam: bit(byte, 1),
    'paper-out': bit(byte, 2),
    'ribbon-out': bit(byte, 3),
    paused: bit(byte, 4),
    'cover-open': bit(byte, 6),
    'too-hot': bit(byte, 7),
  })
}

/** Flags above 40h: the printer, warnings, errors, media. */
const readFour = ([, printer = '', , error = '', media = '']: readonly string[]): PrinterStatus => {
  const errors = error.charCodeAt(0)
  const medias = media.charCodeAt(0)
  const named = statusOf({
    paused: printer === '`',
    'too-hot': bit(errors, 0) || bit(errors, 1),
    fault: bit(errors, 2) || bit(errors, 4),
    cutter: bit(errors, 3),
    'paper-out': bit(medias, 0),
    jam: bit(medias, 1) || bit(medias, 3),
    'ribbon-out': bit(medias, 2),
    'head-open': bit(medias, 5),
  })
  // It says that something is wrong, and not what.
  return printer === 'E' && named.kind === 'ready' ? statusOf({ fault: true }) : named
}

/** The answers to `tsplQuery`; latin1 text, a character a byte. */
export const readTsplStatus = (reply: string): PrinterStatus => {
  const long = four.exec(reply)
  // The frame ends in a line end; a byte alone may look like one.
  const rest = long === null ? reply : reply.replace(long[0], '').replace(/\r\n$/, '')
  return together([
    ...(long === null ? [] : [readFour(long)]),
    ...(rest.length === 1 ? [readByte(rest.charCodeAt(0))] : []),
  ])
}

export const isTsplStatus = (reply: string): boolean => four.test(reply)
