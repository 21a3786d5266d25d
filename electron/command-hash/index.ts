import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

/**
 * SHA-256, lower-case hex, over the RFC 8785 canonical JSON of `{type, payload}`: what makes a repeated command the same command.
 * @throws Error when the payload is not JSON (NaN, a cycle, a lone surrogate)
 */
export const commandHash = (type: string, payload: unknown): string =>
  createHash('sha256')
    .update(canonicalize({ type, payload }) ?? '', 'utf8')
    .digest('hex')
