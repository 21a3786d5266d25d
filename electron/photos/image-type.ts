export const imageTypes = ['png', 'jpeg', 'webp'] as const
export type ImageType = (typeof imageTypes)[number]

const startsWith = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte)

const ascii = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0))

/** By the first bytes, whatever its server calls it: PNG (RFC 2083), JPEG (ITU-T T.81), WebP (RFC 9649); null for anything else. */
export const imageTypeOf = (bytes: Uint8Array): ImageType | null => {
  if (startsWith(bytes, 0, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg'
  const isWebp = startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))
  return isWebp ? 'webp' : null
}
