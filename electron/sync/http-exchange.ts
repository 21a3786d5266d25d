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

/**
 * One request and its whole answer. Redirects are not followed: the API has none, captive portals live by them.
 * @throws whatever fetch throws, BodyTooLarge
 */
export const exchange = async (
  fetch: Fetch,
  url: string,
  init: RequestInit,
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
  const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? []
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > limits.bodyCap) throw new BodyTooLarge(head, limits.bodyCap)
    text += decoder.decode(chunk, { stream: true })
  }
  return { ...head, json: parse(text + decoder.decode()) }
}
