import { AppError } from '#shared/errors.ts'

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const decoded = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of a file in UTF-8 or UTF-16 by its mark, else in UTF-8, else in GB 18030, which holds GBK: what Excel writes in China.
 * @throws AppError sheet-encoding
 */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : startsWith(bytes, 0xef, 0xbb, 0xbf)
        ? 'utf-8'
        : null
  const text =
    marked === null
      ? (decoded('utf-8', bytes) ?? decoded('gb18030', bytes))
      : decoded(marked, bytes)
  if (text !== null) return text
  throw new AppError('sheet-encoding', 'neither UTF-8 nor UTF-16 with a mark nor GB 18030')
}
