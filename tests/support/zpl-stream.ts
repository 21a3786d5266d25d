import { inflateSync } from 'node:zlib'

// A reader of ZPL that takes nothing but the commands a label needs: ZPL II Programming Guide, Volume One.

/** A symbol that the printer draws by itself. */
export interface ZplSymbol {
  readonly kind: 'code128' | 'qr'
  readonly x: number
  readonly y: number
  readonly moduleDots: number
  /** As the printer takes it, without what tells it how to encode. */
  readonly data: string
}

export interface ZplLabel {
  /** In dots. */
  readonly width: number
  readonly height: number
  /** Of the pictures, without the symbols. */
  readonly isBlack: (x: number, y: number) => boolean
  readonly symbols: readonly ZplSymbol[]
  /** Every command in order, without the bytes of pictures and the data of fields. */
  readonly commands: readonly string[]
}

export class ZplFault extends Error {}

const settings = [
  /^~SD([0-2]\d|30)$/,
  /^\^(XA|XZ|CI28|JZ[YN]|PO[NI]|PM[NY]|FW[NRIB]|FH|FS)$/,
  /^\^LT-?\d{1,3}$/,
  /^\^LS-?\d{1,4}$/,
  /^\^LH\d{1,5},\d{1,5}$/,
  /^\^PR([1-9]|1[0-4])$/,
  /^\^PQ1,0,1,N$/,
]
const places = {
  width: /^\^PW(\d{1,5})$/,
  height: /^\^LL(\d{1,5})$/,
  origin: /^\^FO(\d{1,5}),(\d{1,5})$/,
  module: /^\^BY([1-9]|10)$/,
  code128: /^\^BCN,(\d{1,5}),N,N,N,N$/,
  qr: /^\^BQN,2,([1-9]|10)$/,
  picture: /^\^GFA,(\d{1,5}),(\d{1,5}),(\d{1,4}),:Z64:([A-Za-z0-9+/]+={0,2}):([0-9a-f]{4})$/,
}
/** What may stand between two `^FO`, by the names of the commands. */
const fields = /^(\^FO (\^GF|\^BY \^BC \^FH \^FD|\^BQ \^FH \^FD) \^FS ?)*$/

/** CRC-16/XMODEM. */
const crc = (text: string): number => {
  let sum = 0
  for (const byte of Buffer.from(text, 'latin1')) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carries = ((sum >> 15) & 1) !== ((byte >> bit) & 1)
      sum = ((sum << 1) & 0xffff) ^ (carries ? 0x1021 : 0)
    }
  }
  return sum
}

const nameOf = (command: string): string => command.slice(0, 3)

const fieldText = (data: string): string => {
  if (!/^(?:[ -^`-}]|_[0-9A-F]{2})*$/.test(data)) throw new ZplFault('data that is not escaped')
  const bytes = data.replaceAll(/_(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    Buffer.from(bytes, 'latin1'),
  )
}

/** What `>` and the character after it stand for in subset B; all else would switch the subset. */
const code128Text = (text: string): string => {
  if (!text.startsWith('>:')) throw new ZplFault('Code 128 without its subset')
  if (/>(?!0)/.test(text.slice(2))) throw new ZplFault('Code 128 that switches its subset')
  return text.slice(2).replaceAll('>0', '>')
}

const qrText = (text: string): string => {
  if (!text.startsWith('MA,')) throw new ZplFault('a QR code that is not of level M')
  return text.slice(3)
}

/** @throws ZplFault at the first thing that is not as the manual says */
export const readZpl = (stream: Uint8Array): ZplLabel => {
  const text = Buffer.from(stream).toString('latin1')
  // As a printer does: these two begin a command wherever they stand.
  const parts = text.split(/(?=[\^~])/).map((part) => part.replace(/\n$/, ''))
  const size = { width: 0, height: 0 }
  let origin = [0, 0] as readonly [number, number]
  let moduleDots = 0
  let symbol: ZplSymbol['kind'] | null = null
  let ink = new Uint8Array()
  const symbols: ZplSymbol[] = []
  const commands: string[] = []

  const draw = (found: RegExpExecArray): void => {
    const [sent, total, stride] = [found[1], found[2], found[3]].map(Number) as [
      number,
      number,
      number,
    ]
    const [, , , , data = '', sum = ''] = found
    if (crc(data) !== Number.parseInt(sum, 16)) throw new ZplFault('a picture of another CRC')
    const bytes = inflateSync(Buffer.from(data, 'base64'))
    if (bytes.length !== sent || sent !== total || sent % stride !== 0)
      throw new ZplFault('a picture of another length')
    const [left, top] = origin
    const rows = sent / stride
    if (left + stride * 8 > Math.ceil(size.width / 8) * 8 || top + rows > size.height)
      throw new ZplFault('a picture that leaves the label')
    for (let dot = 0; dot < sent * 8; dot += 1) {
      if ((((bytes[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1) === 0) continue
      const x = left + (dot % (stride * 8))
      if (x >= size.width) throw new ZplFault('ink beside the label')
      ink[(top + Math.floor(dot / (stride * 8))) * size.width + x] = 1
    }
  }

  const obey = (command: string): string => {
    const found = (name: keyof typeof places): RegExpExecArray | null => places[name].exec(command)
    const [width, height, place] = [found('width'), found('height'), found('origin')]
    const [bars, code128, qr, picture] = [
      found('module'),
      found('code128'),
      found('qr'),
      found('picture'),
    ]
    if (width !== null) size.width = Number(width[1])
    else if (height !== null) {
      size.height = Number(height[1])
      ink = new Uint8Array(size.width * size.height)
    } else if (place !== null) origin = [Number(place[1]), Number(place[2])]
    else if (bars !== null) moduleDots = Number(bars[1])
    else if (code128 !== null) symbol = 'code128'
    else if (qr !== null) {
      symbol = 'qr'
      moduleDots = Number(qr[1])
    } else if (picture !== null) {
      draw(picture)
      return command.slice(0, command.indexOf(',:'))
    } else if (command.startsWith('^FD')) {
      if (symbol === null) throw new ZplFault('data of no symbol')
      const data = fieldText(command.slice(3))
      const [x, y] = origin
      const said = symbol === 'qr' ? qrText(data) : code128Text(data)
      symbols.push({ kind: symbol, x, y, moduleDots, data: said })
      symbol = null
      return '^FD'
    } else if (!settings.some((known) => known.test(command))) {
      throw new ZplFault(`no such command: ${JSON.stringify(command.slice(0, 60))}`)
    }
    return command
  }

  for (const part of parts) commands.push(obey(part))
  const names = commands.map(nameOf)
  const start = names.indexOf('^XA')
  if (start < 0 || names.lastIndexOf('^XA') !== start || names.indexOf('^XZ') !== names.length - 1)
    throw new ZplFault('not one label from ^XA to ^XZ')
  if (names.slice(0, start).some((name) => name !== '~SD'))
    throw new ZplFault('a command before ^XA')
  const first = names.indexOf('^FO')
  const body = first < 0 ? [] : names.slice(first, names.lastIndexOf('^FS') + 1)
  if (!fields.test(body.join(' '))) throw new ZplFault(`not whole fields: ${body.join(' ')}`)
  const { width, height } = size
  return { width, height, isBlack: (x, y) => ink[y * width + x] === 1, symbols, commands }
}
