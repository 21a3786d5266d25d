import { hash } from 'node:crypto'
import { canonicalText } from './canonical-text.ts'

const sha256 = (text: string): string => hash('sha256', text)

/**
 * SHA-256, lower-case hex, over the RFC 8785 canonical JSON of a value.
 * @throws Error when it is not JSON (NaN, a cycle, a lone surrogate)
 */
export const canonicalHash = (value: unknown): string => sha256(canonicalText(value))

/** A payload as it is stored and what makes a repeated command the same command. */
export interface HashedPayload {
  /** RFC 8785 canonical JSON. */
  readonly text: string
  /** Canonical hash of `{payload, type}`. */
  readonly hash: string
}

/** @throws Error when the payload is not JSON */
export const hashedPayload = (type: string, payload: object): HashedPayload => {
  const text = canonicalText(payload)
  return { text, hash: sha256(`{"payload":${text},"type":${canonicalText(type)}}`) }
}

/** What makes a repeated command the same command: the canonical hash of its type and payload. */
export const commandHash = (type: string, payload: object): string =>
  hashedPayload(type, payload).hash
