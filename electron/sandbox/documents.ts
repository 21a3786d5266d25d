import { createHash } from 'node:crypto'
import { documentType, documentTypes } from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import type { Database } from './database.ts'
import type { StationIdentity } from './enrolment.ts'

interface NewDocument {
  readonly hash: string
  readonly contentType: string | undefined
  readonly content: Uint8Array
  /** ISO 8601 */
  readonly at: string
}

/** @throws ApiFailure invalid-input */
export const checkHash = (hash: string): string => {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new ApiFailure('invalid-input', 'the hash must be 64 lower-case hex digits')
}

/** @throws ApiFailure media-type-refused */
export const checkDocumentType = (contentType: string | undefined): string => {
  const type = documentType(contentType)
  if (type !== null) return type
  throw new ApiFailure('media-type-refused', `a document may not be ${contentType ?? 'untyped'}`, {
    allowed: documentTypes,
  })
}

/**
 * Keeps a document under the hash of its bytes; once it is there it never changes.
 * @returns whether it is new
 * @throws ApiFailure media-type-refused, document-differs
 */
export const putDocument = async (
  db: Database,
  { stationId: station_id }: StationIdentity,
  { hash, contentType, content, at }: NewDocument,
): Promise<boolean> => {
  const content_type = checkDocumentType(contentType)
  const actual = createHash('sha256').update(content).digest('hex')
  if (actual !== hash) {
    throw new ApiFailure('document-differs', `these bytes have the hash ${actual}`, {
      hash: actual,
    })
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('documents')
    .values({ hash, content_type, content, station_id, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows !== 0n
}

/** @throws ApiFailure not-found */
export const getDocument = async (db: Database, hash: string) => {
  const document = await db
    .selectFrom('documents')
    .select(['content_type', 'content'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (document === undefined) throw new ApiFailure('not-found', `no document ${hash}`)
  return document
}
