import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import {
  apiErrorStatus,
  commandBatchSchema,
  enrolmentSchema,
  feedQuerySchema,
  openApiDocument,
} from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import { cartonReport } from './carton-report.ts'
import { applyBatch } from './command-log.ts'
import type { Database } from './database.ts'
import { authenticate, enrol, type StationIdentity } from './enrolment.ts'
import { changesPage, skusPage } from './feeds.ts'
import { checkInput, readBody } from './read-body.ts'
import type { SeedBox } from './seed-box.ts'

interface ApiParts {
  readonly db: Database
  readonly seeds: SeedBox
  readonly clock: () => Date
  /** For errors nobody foresaw: the station is only told that there was one. */
  readonly onInternalError: (error: unknown) => void
}

const kilobytes = 1024
const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      const message = `the body is larger than ${maxSize} bytes`
      throw new ApiFailure('body-too-large', message, { max_bytes: maxSize })
    },
  })

const answerFailure = (context: Context, failure: ApiFailure): Response => {
  const { code, message, details } = failure
  // The rest of a body that nobody reads would be taken for the next request.
  if (code === 'body-too-large') context.header('Connection', 'close')
  return context.json({ error: { code, message, details } }, apiErrorStatus[code])
}

/** The Linkstar API over one database, as a web handler. */
export const createApi = ({ db, seeds, clock, onInternalError }: ApiParts) => {
  const api = new Hono<{ Variables: { station: StationIdentity } }>()
  api.onError((error, context) => {
    if (error instanceof ApiFailure) return answerFailure(context, error)
    onInternalError(error)
    return answerFailure(context, new ApiFailure('internal', 'the server failed: try again later'))
  })
  api.notFound((context) =>
    answerFailure(
      context,
      new ApiFailure('not-found', `no ${context.req.method} ${context.req.path}`),
    ),
  )
  api.use(compress())

  api.get('/openapi.json', (context) =>
    context.json(openApiDocument(new URL(context.req.url).origin)),
  )
  api.post('/v1/stations', limitBody(16 * kilobytes), async (context) =>
    context.json(await enrol(db, clock, await readBody(context, enrolmentSchema)), 201),
  )

  // Outside the contract: what the server knows, for tests and for people.
  api.get('/v1/sandbox/cartons', async (context) => context.json(await cartonReport(db)))
  api.get('/v1/sandbox/seeds', async (context) => {
    await seeds.refresh()
    return context.json({ problems: seeds.problems() })
  })

  api.use('/v1/*', async (context, next) => {
    context.set('station', await authenticate(db, context.req.header('authorization')))
    await next()
  })
  api.post('/v1/commands', limitBody(4096 * kilobytes), async (context) => {
    const batch = await readBody(context, commandBatchSchema)
    return context.json(await applyBatch(db, clock, context.get('station'), batch))
  })
  api.get('/v1/changes', async (context) => {
    const query = checkInput(feedQuerySchema, context.req.query())
    await seeds.refresh()
    return context.json(await changesPage(db, query))
  })
  api.get('/v1/skus', async (context) => {
    const query = checkInput(feedQuerySchema, context.req.query())
    await seeds.refresh()
    return context.json(await skusPage(db, query))
  })
  return api
}
