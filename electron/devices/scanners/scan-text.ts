import { unreadable } from '#shared/domain/scan-code.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })

const decode = (bytes: Uint8Array): string => {
  for (const decoder of [utf8, gb18030]) {
    try {
      return decoder.decode(bytes)
    } catch {
      // Not this encoding.
    }
  }
  return unreadable
}

/** What a scan may hold of control characters: GS alone, which separates GS1 elements. */
const controls = /[\u0000-\u001C\u001E\u001F\u007F-\u009F]/gu

/**
 * The text of one scan. It is UTF-8 when all of it can be, for Chinese in GB18030 hardly ever looks like UTF-8; then
 * GB18030, which scanners made for China send; what is neither comes with the mark `unreadable`, which gets it refused.
 */
export const scanText = (
  bytes: Uint8Array,
  { prefix = '', suffix = '' }: { readonly prefix?: string; readonly suffix?: string } = {},
): string => {
  const text = decode(bytes).replace(controls, '')
  const body = text.startsWith(prefix) ? text.slice(prefix.length) : text
  return body.endsWith(suffix) ? body.slice(0, body.length - suffix.length) : body
}
