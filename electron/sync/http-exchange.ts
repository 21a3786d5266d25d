import { promisify } from 'node:util'
import { constants, gzip, gzipSync } from 'node:zlib'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** An answer whose body has arrived whole. */
export interface ApiResponse {
  readonly url: string
  readonly status: number
  readonly contentType: string
  /** From `Retry-After`, as seconds or as a date. */
  readonly retryAfterMs: number | null
  /** undefined when the body is no JSON. */
  readonly json: unknown
}

/** Thrown when a body outgrows its cap: nothing of it is kept. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
  readonly response: ApiResponse
  constructor(response: ApiResponse, cap: number) {
    super(`more than ${cap} bytes`)
    this.response = response
  }
}

const compress = promisify(gzip)
/** A batch comes out a fortieth larger than at the default level, in half the time. */
const quickly = { level: constants.Z_BEST_SPEED }
/** Bodies below it gain nothing by compression, in characters. */
const compressFrom = 1024
/** Up to here compressing takes less than half a millisecond, and handing it to another thread and back takes longer. */
const compressHereTo = 64 * 1024

export interface RequestBody {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** JSON as it goes over the line: gzipped when it is long and the server takes that. */
export const jsonBody = async (body: string, gzipped: boolean): Promise<RequestBody> => {
  const headers = { 'content-type': 'application/json' }
  if (!gzipped || body.length <= compressFrom) return { body, headers }
  return {
    body: new Uint8Array(
      body.length <= compressHereTo ? gzipSync(body, quickly) : await compress(body, quickly),
    ),
    headers: { ...headers, 'content-encoding': 'gzip' },
  }
}

const retryAfter = (value: string | null, now: number): number | null => {
  if (value === null) return null
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const abortOf = (signal: AbortSignal): Promise<never> => {
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error)
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  // Heard only while a body is being read.
  aborted.catch(() => undefined)
  return aborted
}

/**
 * The pieces of a body. Node 20 ends an aborted body only as long as its Response has not been collected: the abort is
 * heard here as well, or a request that is given up would be waited for for ever.
 */
async function* piecesOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const aborted = abortOf(signal)
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), aborted])
      if (done) return
      yield value
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/**
 * One request and its whole answer. Redirects are not followed: the API has none, captive portals live by them.
 * @throws whatever fetch throws, BodyTooLarge
 */
export const exchange = async (
  fetch: Fetch,
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
  limits: { readonly bodyCap: number; readonly now: number },
): Promise<ApiResponse> => {
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const head: ApiResponse = {
    url,
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfterMs: retryAfter(response.headers.get('retry-after'), limits.now),
    json: undefined,
  }
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of piecesOf(response, init.signal)) {
    size += chunk.byteLength
    if (size > limits.bodyCap) throw new BodyTooLarge(head, limits.bodyCap)
    text += decoder.decode(chunk, { stream: true })
  }
  return { ...head, json: parse(text + decoder.decode()) }
}
