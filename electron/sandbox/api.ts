import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import {
  apiErrorStatus,
  commandBatchSchema,
  enrolmentSchema,
  feedQuerySchema,
  openApiDocument,
} from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import { applyBatch } from './command-log.ts'
import type { Database } from './database.ts'
import { documentRoutes } from './document-routes.ts'
import { authenticate, enrol, type StationIdentity } from './enrolment.ts'
import { changesPage, skusPage } from './feeds.ts'
import { isDatabaseAway } from './postgres.ts'
import { checkInput, limitBody, readBody } from './read-body.ts'
import { createRowInserts } from './row-inserts.ts'
import { runWorld } from './run-world.ts'
import { sandboxRoutes } from './sandbox-routes.ts'
import type { SeedBox } from './seed-box.ts'

interface ApiParts {
  readonly db: Database
  readonly seeds: SeedBox
  readonly clock: () => Date
  /** For errors nobody foresaw: the station is only told that there was one. */
  readonly onInternalError: (error: unknown) => void
}

const kilobytes = 1024
const enrolmentCap = 16 * kilobytes
const commandsCap = 4096 * kilobytes

const answerFailure = (context: Context, failure: ApiFailure): Response => {
  const { code, message, details } = failure
  // The rest of a body that nobody reads would be taken for the next request.
  if (code === 'body-too-large') context.header('Connection', 'close')
  return context.json({ error: { code, message, details } }, apiErrorStatus[code])
}

/** The Linkstar API over one database, as a web handler. */
export const createApi = ({ db, seeds, clock, onInternalError }: ApiParts) => {
  const commandLog = { db, inserts: createRowInserts(), clock }
  const api = new Hono<{ Variables: { station: StationIdentity } }>()
  api.onError((error, context) => {
    if (error instanceof ApiFailure) return answerFailure(context, error)
    onInternalError(error)
    if (isDatabaseAway(error)) {
      context.header('Retry-After', '5')
      return answerFailure(
        context,
        new ApiFailure('unavailable', 'the database is away: try later'),
      )
    }
    return answerFailure(context, new ApiFailure('internal', 'the server failed: try again later'))
  })
  api.notFound((context) =>
    answerFailure(
      context,
      new ApiFailure('not-found', `no ${context.req.method} ${context.req.path}`),
    ),
  )
  // Pages of orders are long; the answers to commands are short, and somebody waits for them.
  api.get('*', compress())

  api.get('/openapi.json', (context) =>
    context.json(openApiDocument(new URL(context.req.url).origin)),
  )
  api.post('/v1/stations', limitBody(enrolmentCap), async (context) =>
    context.json(
      await enrol(db, clock, await readBody(context, enrolmentSchema, enrolmentCap)),
      201,
    ),
  )

  api.route('/v1/sandbox', sandboxRoutes({ db, seeds, clock }))

  api.use('/v1/*', async (context, next) => {
    const station = await authenticate(db, context.req.header('authorization'))
    if (station.fenced && context.req.method === 'GET') {
      throw new ApiFailure('unauthenticated', 'this station was declared lost: enrol it again', {
        reason: 'station-fenced',
      })
    }
    context.set('station', station)
    await next()
  })
  api.post('/v1/commands', limitBody(commandsCap), async (context) => {
    const batch = await readBody(context, commandBatchSchema, commandsCap)
    return context.json(await applyBatch(commandLog, context.get('station'), batch))
  })
  api.get('/v1/changes', async (context) => {
    const query = checkInput(feedQuerySchema, context.req.query())
    await seeds.refresh()
    await runWorld(db, clock().toISOString())
    return context.json(await changesPage(db, query))
  })
  api.get('/v1/skus', async (context) => {
    const query = checkInput(feedQuerySchema, context.req.query())
    await seeds.refresh()
    return context.json(await skusPage(db, query))
  })
  api.route('/v1/documents', documentRoutes({ db, clock }))
  return api
}
