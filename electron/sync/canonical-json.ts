import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

/** RFC 8785 text of a JSON value: the same bytes for the same value, on every machine. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** What a command is recognised by when it comes a second time. */
export const commandHash = (type: string, payload: unknown): string =>
  sha256(canonicalJson({ type, payload }))
