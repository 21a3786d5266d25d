import type { z } from 'zod'
import {
  changesEnvelopeSchema,
  type DocumentKept,
  documentKeptSchema,
  type CommandResults,
  commandResultsSchema,
  type Enrolled,
  enrolledSchema,
  type Enrolment,
  parseWire,
  skusEnvelopeSchema,
} from '#shared/contract/linkstar-api.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type ApiFailure, notLinkstar, refusal, unreachable } from './api-failure.ts'
import {
  type ApiResponse,
  BodyTooLarge,
  exchange,
  type Fetch,
  jsonBody,
  type RequestBody,
} from './http-exchange.ts'
import { timeLimit } from './time-limit.ts'
import type { After } from './timer.ts'

export type ChangesEnvelope = z.infer<typeof changesEnvelopeSchema>
export type SkusEnvelope = z.infer<typeof skusEnvelopeSchema>
type Answer<T> = Promise<Result<T, ApiFailure>>

/** The calls of the Linkstar API. They never throw: every failure comes back classified. */
export interface ApiClient {
  enrol(enrolment: Enrolment): Answer<Enrolled>
  /** @param batch the JSON of a `CommandBatch` */
  push(token: string, batch: string): Answer<CommandResults>
  changes(token: string, cursor: string | null): Answer<ChangesEnvelope>
  skus(token: string, cursor: string | null): Answer<SkusEnvelope>
  /** Puts a document up, once or again. */
  putDocument(token: string, document: WireDocument): Answer<DocumentKept>
}

export interface WireDocument {
  /** SHA-256 of the body, lower-case hex. */
  readonly hash: string
  readonly type: string
  readonly body: Uint8Array
}

export interface ApiClientOptions {
  readonly url: string
  readonly fetch: Fetch
  readonly clock: () => Date
  /** Aborts whatever is in flight. */
  readonly closing: AbortSignal
  /** For a whole answer, in milliseconds. */
  readonly timeout?: number
  /** Largest answer, in bytes. */
  readonly bodyCap?: number
  readonly after: After
  /** Called when a request has waited for its answer for a second. */
  readonly onSilence: () => void
}

/** A page is taken in at one go, while scans wait: a few orders, or some SKUs, at a time. */
const changesAPage = 5
const skusAPage = 50
/** A page of 5 orders of 5000 lines each stays below it. */
const defaultBodyCap = 64 * 1024 * 1024
const defaultTimeout = 15_000
/** Of a document, in milliseconds: a few megabytes go over a slow line. */
const documentTimeout = 120_000
const silenceMs = 1_000

interface Sent {
  readonly token?: string
  /** JSON, sent by POST; with neither this nor a document, GET. */
  readonly body?: string
  /** Sent as it is by PUT. */
  readonly document?: WireDocument
}

interface Call<Schema extends z.ZodType> extends Sent {
  readonly path: string
  readonly schema: Schema
}

export const createApiClient = (options: ApiClientOptions): ApiClient => {
  const { fetch, clock, closing, timeout = defaultTimeout, bodyCap = defaultBodyCap } = options
  const root = options.url.replace(/\/+$/, '')

  let takesGzip = true

  const bodyOf = async ({ body, document }: Sent): Promise<RequestBody | null> => {
    if (document !== undefined) {
      const headers = { 'content-type': document.type }
      return { body: new Uint8Array(document.body), headers }
    }
    return body === undefined ? null : jsonBody(body, takesGzip)
  }

  const ask = async (url: string, wanted: Sent): Promise<ApiResponse> => {
    const { token, document } = wanted
    const sent = await bodyOf(wanted)
    const limit = timeLimit(closing, document === undefined ? timeout : documentTimeout)
    const init = {
      method: document === undefined ? (sent === null ? 'GET' : 'POST') : 'PUT',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...sent?.headers,
      },
      ...(sent === null ? {} : { body: sent.body }),
      signal: limit.signal,
    }
    const limits = { bodyCap, now: clock().getTime() }
    const response = await exchange(fetch, url, init, limits).finally(limit.end)
    if (response.status !== 415 || sent?.headers['content-encoding'] === undefined) return response
    // A server, or a proxy before it, that takes no compressed bodies gets plain ones from now on.
    takesGzip = false
    return ask(url, wanted)
  }

  const call = async <Schema extends z.ZodType>(wanted: Call<Schema>): Answer<z.output<Schema>> => {
    const url = `${root}${wanted.path}`
    // A large body takes its time: that says nothing of the line.
    const answered =
      wanted.document === undefined ? options.after(silenceMs, options.onSilence) : () => {}
    try {
      const response = await ask(url, wanted)
      if (response.status < 200 || response.status >= 300) return err(refusal(response))
      if (response.json === undefined) return err(notLinkstar(response, 'the answer is not JSON'))
      const parsed = parseWire(wanted.schema, response.json)
      if (parsed.ok) return ok(parsed.value)
      const [issue] = parsed.error
      return err(notLinkstar(response, `${issue?.path ?? ''} ${issue?.message ?? ''}`.trim()))
    } catch (error) {
      if (error instanceof BodyTooLarge) return err(notLinkstar(error.response, error.message))
      return err(unreachable(url, error))
    } finally {
      answered()
    }
  }

  const query = (cursor: string | null, limit: number): string =>
    `?limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`

  return {
    enrol: (body) =>
      call({ path: '/v1/stations', schema: enrolledSchema, body: JSON.stringify(body) }),
    push: (token, body) =>
      call({ path: '/v1/commands', schema: commandResultsSchema, token, body }),
    changes: (token, cursor) =>
      call({
        path: `/v1/changes${query(cursor, changesAPage)}`,
        schema: changesEnvelopeSchema,
        token,
      }),
    skus: (token, cursor) =>
      call({ path: `/v1/skus${query(cursor, skusAPage)}`, schema: skusEnvelopeSchema, token }),
    putDocument: (token, document) =>
      call({
        path: `/v1/documents/${document.hash}`,
        schema: documentKeptSchema,
        token,
        document,
      }),
  }
}
