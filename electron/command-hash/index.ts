import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

/**
 * SHA-256, lower-case hex, over the RFC 8785 canonical JSON of a value.
 * @throws Error when it is not JSON (NaN, a cycle, a lone surrogate)
 */
export const canonicalHash = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** What makes a repeated command the same command: the canonical hash of its type and payload. */
export const commandHash = (type: string, payload: unknown): string =>
  canonicalHash({ type, payload })
