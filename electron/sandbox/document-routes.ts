import { Hono } from 'hono'
import { largestDocument } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { checkDocumentType, checkHash, getDocument, putDocument } from './documents.ts'
import type { StationIdentity } from './enrolment.ts'
import { limitBody } from './read-body.ts'
import { readBytes } from './read-bytes.ts'

interface Parts {
  readonly db: Database
  readonly clock: () => Date
}

export const documentRoutes = ({ db, clock }: Parts) => {
  const routes = new Hono<{ Variables: { station: StationIdentity } }>()
  routes.put('/:hash', limitBody(largestDocument), async (context) => {
    const hash = checkHash(context.req.param('hash'))
    // Before ten megabytes are read that nobody will keep.
    const contentType = checkDocumentType(context.req.header('content-type'))
    const content = await readBytes(context, largestDocument)
    const document = { hash, contentType, content, at: clock().toISOString() }
    const isNew = await putDocument(db, context.get('station'), document)
    return context.json({ hash }, isNew ? 201 : 200)
  })
  routes.get('/:hash', async (context) => {
    const hash = checkHash(context.req.param('hash'))
    const { content, content_type } = await getDocument(db, hash)
    return context.body(new Uint8Array(content), 200, {
      'Content-Type': content_type,
      // Whatever it holds, a browser only ever saves it.
      'Content-Disposition': `attachment; filename="${hash}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=31536000, immutable',
      ETag: `"${hash}"`,
    })
  })
  return routes
}
