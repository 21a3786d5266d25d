import { z } from 'zod'
import { sha256Schema } from './values.ts'

/** What a document may be: pictures, papers and tables, nothing that a browser would run. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** In bytes. */
export const largestDocument = 10 * 1024 * 1024

/** The media type without its parameters, when it is one of those allowed. */
export const documentType = (contentType: string | undefined): DocumentType | null => {
  const plain = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  return documentTypes.find((type) => type === plain) ?? null
}

/** The answer to a document that was put up. */
export const documentKeptSchema = z.object({ hash: sha256Schema })
export type DocumentKept = z.infer<typeof documentKeptSchema>
