import { z } from 'zod'

/** Code and HTTP status of every error the API answers with. */
export const apiErrorStatus = {
  /** Not JSON, or a field is wrong; `details.issues` names each. */
  'invalid-input': 400,
  'cursor-invalid': 400,
  /** No token, or one that has ended: enrol again. */
  unauthenticated: 401,
  'pairing-code-wrong': 403,
  /** The token belongs to another station. */
  'station-mismatch': 403,
  'not-found': 404,
  'station-unknown': 404,
  /** `details.expected_seq` is the sequence number to go on with. */
  'sequence-gap': 409,
  /** `details.epoch` is the one that counts. */
  'epoch-stale': 409,
  /** The cursor is of a feed that is no more: start from the beginning. */
  'cursor-gone': 410,
  'body-too-large': 413,
  /** A content type or content encoding that is not taken; `details.allowed` lists those that are. */
  'media-type-refused': 415,
  /** `details.seq` was already recorded with another payload. */
  'payload-differs': 422,
  /** The hash of `details.seq` is not that of its type and payload. */
  'hash-wrong': 422,
  /** The body of a document is not what its hash says. */
  'document-differs': 422,
  /** Too much at once: wait as long as `Retry-After` says. */
  'too-many-requests': 429,
  internal: 500,
  /** The database is away: wait as long as `Retry-After` says. */
  unavailable: 503,
} as const
export type ApiErrorCode = keyof typeof apiErrorStatus

export const apiErrorSchema = z.object({
  error: z.object({
    /** One of the known codes, or one that a newer server knows. */
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
})
export type ApiError = z.infer<typeof apiErrorSchema>
