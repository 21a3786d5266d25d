/** What came in one piece, as it may be shown. */
export interface ShownChunk {
  readonly seq: number
  /** Wall clock in ms. */
  readonly at: number
  readonly hex: string
  readonly text: string
}

interface HeldChunk {
  readonly seq: number
  readonly at: number
  readonly bytes: Uint8Array
  /** Bytes that belong to a secret. */
  readonly isSecret: boolean[]
}

/** The last bytes of one device. */
export interface ByteRing {
  add(bytes: Uint8Array, at: number): void
  /** Newest first. */
  view(): ShownChunk[]
}

const mostChunks = 24
/** Of one chunk, in bytes; a report of HID has 64. */
const mostBytes = 64

const cover = '•'

const hexOf = ({ bytes, isSecret }: HeldChunk): string =>
  Array.from(bytes, (byte, index) =>
    isSecret[index] === true ? '••' : byte.toString(16).toUpperCase().padStart(2, '0'),
  ).join(' ')

/** ASCII 00h to 1Fh, as manuals of scanners and scales name them. */
const controls =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

/** Each byte by itself, so that a broken encoding shows as what it is; control characters by name. */
const textOf = ({ bytes, isSecret }: HeldChunk): string =>
  Array.from(bytes, (byte, index) => {
    if (isSecret[index] === true) return cover
    if (byte < 0x20) return `[${controls[byte]}]`
    return byte < 0x7f ? String.fromCharCode(byte) : '·'
  }).join('')

/** @param secrets what must not be shown, in whatever pieces it comes */
export const createByteRing = (secrets: readonly string[]): ByteRing => {
  let held: HeldChunk[] = []
  let seq = 0
  const hidden = secrets.map((secret) => Buffer.from(secret, 'utf8').toString('latin1'))

  const coverSecrets = (): void => {
    const places = held.flatMap((chunk) =>
      Array.from(chunk.bytes, (_byte, index) => ({ chunk, index })),
    )
    const all = places
      .map(({ chunk, index }) => String.fromCharCode(chunk.bytes[index] ?? 0))
      .join('')
    for (const secret of hidden) {
      for (let at = all.indexOf(secret); at >= 0; at = all.indexOf(secret, at + 1)) {
        for (const { chunk, index } of places.slice(at, at + secret.length)) {
          chunk.isSecret[index] = true
        }
      }
    }
  }

  return {
    add: (bytes, at) => {
      for (let from = 0; from < bytes.length; from += mostBytes) {
        const piece = Uint8Array.from(bytes.subarray(from, from + mostBytes))
        held.push({ seq: seq++, at, bytes: piece, isSecret: [] })
      }
      held = held.slice(-mostChunks)
      if (hidden.length > 0) coverSecrets()
    },
    view: () =>
      held.toReversed().map((chunk) => ({
        seq: chunk.seq,
        at: chunk.at,
        hex: hexOf(chunk),
        text: textOf(chunk),
      })),
  }
}
