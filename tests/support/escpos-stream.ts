// A reader of ESC/POS that takes nothing but the commands a label needs: ESC/POS Command Reference, Epson.

/** What was printed between two cuts. */
export interface EscposSheet {
  /** In dots; as wide as its pictures, all of which are equally wide. */
  readonly width: number
  readonly height: number
  readonly isBlack: (x: number, y: number) => boolean
  /** The commands it was printed by, without the bytes of pictures. */
  readonly commands: readonly string[]
}

export class EscposFault extends Error {}

/** A printer obeys these wherever they stand, in pictures too. `DLE EOT` is left out: it only asks for the status. */
export const realTimeCommand = (bytes: Uint8Array): RegExpExecArray | null =>
  /\u0010(\u0005[\0-\u0002]|\u0014[\u0001-\u0008])/s.exec(Buffer.from(bytes).toString('latin1'))

interface Known {
  readonly name: string
  readonly code: readonly number[]
  /** What follows the code as one byte. */
  readonly parameters: number
}

const esc = 0x1b
const gs = 0x1d
const ascii = (character: string): number => character.charCodeAt(0)
const known: readonly Known[] = [
  { name: 'ESC @', code: [esc, ascii('@')], parameters: 0 },
  { name: 'ESC d', code: [esc, ascii('d')], parameters: 1 },
  { name: 'GS V', code: [gs, ascii('V')], parameters: 1 },
  { name: 'GS v 0', code: [gs, ascii('v'), ascii('0')], parameters: 5 },
]

/** @throws EscposFault at the first byte that is not such a command, with the place */
export const readEscpos = (bytes: Uint8Array): readonly EscposSheet[] => {
  const sheets: EscposSheet[] = []
  let pictures: Uint8Array[] = []
  let stride = 0
  let commands: string[] = []
  let at = 0
  const fault = (what: string): EscposFault => new EscposFault(`byte ${at}: ${what}`)

  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw fault('the stream is cut short')
    at += count
    return bytes.subarray(at - count, at)
  }

  const drawPicture = ([mode = 0, xL = 0, xH = 0, yL = 0, yH = 0]: Uint8Array): string => {
    if (mode !== 0) throw fault('only pictures of normal size are expected here')
    const [width, rows] = [xL + xH * 256, yL + yH * 256]
    if (width === 0 || rows === 0) throw fault('an empty picture')
    if (pictures.length > 0 && width !== stride) throw fault('a picture of another width')
    stride = width
    pictures.push(take(width * rows))
    return `GS v 0 ${width}×${rows}`
  }

  const cut = (): void => {
    if (pictures.length === 0) throw fault('a cut of nothing')
    const ink = Buffer.concat(pictures)
    const rowBytes = stride
    sheets.push({
      width: rowBytes * 8,
      height: ink.length / rowBytes,
      isBlack: (x, y) => (((ink[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1,
      commands,
    })
    pictures = []
    commands = []
  }

  const realTime = realTimeCommand(bytes)
  if (realTime !== null) {
    at = realTime.index
    throw fault('a real-time command')
  }
  while (at < bytes.length) {
    const command = known.find(({ code }) =>
      code.every((byte, index) => bytes[at + index] === byte),
    )
    if (command === undefined) throw fault(`no such command: ${bytes[at]}`)
    take(command.code.length)
    const parameters = take(command.parameters)
    if (command.name === 'GS v 0') commands.push(drawPicture(parameters))
    else commands.push([command.name, ...parameters].join(' '))
    if (command.name === 'GS V') {
      if (parameters[0] !== 0) throw fault('only a full cut is expected here')
      cut()
    }
  }
  // The builder initialises after its cut; nothing else may follow.
  if (pictures.length > 0 || commands.some((name) => name !== 'ESC @')) {
    throw fault('commands after the last cut')
  }
  return sheets
}
