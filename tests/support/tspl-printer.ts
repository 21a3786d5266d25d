// A TSPL printer that takes nothing the manual does not allow: TSPL/TSPL2 Programming Language, TSC Auto ID.

/** What came out of the printer. */
export interface TsplSheet {
  /** In dots. */
  readonly width: number
  readonly height: number
  readonly copies: number
  readonly isBlack: (x: number, y: number) => boolean
  /** The commands it was printed by, without the bytes of pictures. */
  readonly commands: readonly string[]
}

export class TsplFault extends Error {}

interface Label {
  readonly width: number
  readonly height: number
  ink: Uint8Array | null
}

const millimetres = String.raw`(\d{1,3}(?:\.\d{1,2})?) mm`
const sizeCommand = new RegExp(`^SIZE ${millimetres},${millimetres}$`)
const settings = [
  new RegExp(`^GAP ${millimetres},${millimetres}$`),
  /^SET REPRINT (ON|OFF)$/,
  /^SPEED (18|(1[0-7]|[1-9])(\.[05])?)$/,
  /^DENSITY (1[0-5]|\d)$/,
  /^DIRECTION [01](,[01])?$/,
  /^REFERENCE \d{1,4},\d{1,4}$/,
]
const bitmapCommand = /^BITMAP (\d{1,4}),(\d{1,4}),(\d{1,3}),(\d{1,4}),([012]),/
const printCommand = /^PRINT ([1-9]\d{0,8})(?:,([1-9]\d{0,8}))?$/

/** @throws TsplFault at the first thing that is not as the manual says, with the place */
export const printTspl = (bytes: Uint8Array, dotsPerMm: number): readonly TsplSheet[] => {
  const stream = Buffer.from(bytes)
  const sheets: TsplSheet[] = []
  let label: Label | null = null
  let commands: string[] = []
  let at = 0
  const fault = (what: string): TsplFault => new TsplFault(`byte ${at}: ${what}`)
  const numbers = (found: RegExpExecArray): readonly number[] => found.slice(1).map(Number)

  const drawBitmap = (found: RegExpExecArray): void => {
    const [x = 0, y = 0, stride = 0, rows = 0, mode = 0] = numbers(found)
    if (label === null) throw fault('BITMAP before SIZE')
    const { ink, width, height } = label
    if (ink === null) throw fault('BITMAP before CLS')
    if (mode !== 0) throw fault('only OVERWRITE is expected here')
    if (x + stride * 8 > Math.ceil(width / 8) * 8 || y + rows > height) {
      throw fault(`a picture of ${stride * 8}×${rows} dots at ${x},${y} leaves the label`)
    }
    const start = at + found[0].length
    const end = start + stride * rows
    if (end + 2 > stream.length) throw fault('the picture is cut short')
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < stride * 8; column += 1) {
        const byte = stream[start + row * stride + (column >> 3)] ?? 0
        const prints = ((byte >> (7 - (column & 7))) & 1) === 0
        if (prints && x + column >= width) throw fault('ink beside the label')
        if (x + column < width) ink[(y + row) * width + x + column] = prints ? 1 : 0
      }
    }
    if (stream.toString('latin1', end, end + 2) !== '\r\n') throw fault('no CR LF after a picture')
    commands.push(found[0])
    at = end + 2
  }

  const obey = (command: string): void => {
    const size = sizeCommand.exec(command)
    const print = printCommand.exec(command)
    if (size !== null) {
      const [width = 0, height = 0] = numbers(size).map((mm) => Math.round(mm * dotsPerMm))
      label = { width, height, ink: null }
    } else if (command === 'CLS') {
      if (label === null) throw fault('CLS before SIZE')
      label.ink = new Uint8Array(label.width * label.height)
    } else if (print !== null) {
      const ink = label?.ink
      if (label === null || ink === undefined || ink === null) throw fault('PRINT of nothing')
      const [sets = 1, copies = 1] = numbers(print).filter((count) => !Number.isNaN(count))
      const { width, height } = label
      const isBlack = (x: number, y: number): boolean => ink[y * width + x] === 1
      sheets.push({
        width,
        height,
        copies: sets * copies,
        isBlack,
        commands: [...commands, command],
      })
      label.ink = null
      commands = []
      return
    } else if (!settings.some((known) => known.test(command))) {
      throw fault(`no such command: ${JSON.stringify(command.slice(0, 60))}`)
    }
    commands.push(command)
  }

  while (at < stream.length) {
    const picture = bitmapCommand.exec(stream.toString('latin1', at, at + 40))
    if (picture !== null) {
      drawBitmap(picture)
      continue
    }
    const end = stream.indexOf('\r\n', at)
    if (end < 0) throw fault('a command without CR LF')
    obey(stream.toString('latin1', at, end))
    at = end + 2
  }
  if (commands.length > 0) throw fault('commands after the last PRINT')
  return sheets
}
