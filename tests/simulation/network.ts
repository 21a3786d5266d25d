import type { SyncWorkerOptions } from '#electron/sync/index.ts'
import type { Fate } from './history.ts'

type Fetch = SyncWorkerOptions['fetch']

/** A request as it is on the wire. */
export interface Sent {
  readonly station: number
  /** e.g. `POST /v1/commands` */
  readonly route: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/** What the server makes of a request. */
export type Handle = (sent: Sent) => Promise<Answer>

interface UnderWay extends Sent {
  /** False when nobody waits for the answer any more: the sender gave up, or its process died. */
  waits: boolean
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** The line between stations and server: nothing moves on it but by `meet`. */
export interface Network {
  fetchOf(station: number): Fetch
  underWay(): readonly Sent[]
  waiting(station: number): readonly Sent[]
  meet(sent: Sent, fate: Fate): Promise<void>
  /** How many requests met each fate. */
  readonly met: ReadonlyMap<Fate, number>
}

const json = { 'content-type': 'application/json' }
const error = (status: number, headers: Readonly<Record<string, string>>): Answer => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify({ error: { code: 'internal', message: 'a fault', details: {} } }),
})
const wrong: Partial<Record<Fate, Answer>> = {
  'too-many': error(429, { 'retry-after': '7' }),
  broken: error(500, {}),
  away: error(503, { 'retry-after': '3' }),
  portal: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' },
}

export const createNetwork = (handle: Handle): Network => {
  let requests: UnderWay[] = []
  const met = new Map<Fate, number>()
  const reset = (): Error => new TypeError('fetch failed', { cause: new Error('ECONNRESET') })

  const fetchOf =
    (station: number): Fetch =>
    (url, init) =>
      new Promise((resolve, reject) => {
        const { signal } = init
        const { pathname } = new URL(url)
        // Compressed answers are a matter of the server's own tests.
        const { 'accept-encoding': _, ...headers } = init.headers as Record<string, string>
        const method = init.method ?? 'GET'
        const request: UnderWay = {
          station,
          route: `${method} ${pathname}`,
          url,
          method,
          headers,
          body: (init.body ?? null) as Sent['body'],
          waits: true,
          resolve: ({ status, headers: answered, body }) =>
            resolve(new Response(body, { status, headers: answered })),
          reject,
        }
        requests.push(request)
        const giveUp = (): void => {
          request.waits = false
          reject(signal?.reason as Error)
        }
        if (signal?.aborted === true) giveUp()
        else signal?.addEventListener('abort', giveUp)
      })

  const drop = (request: UnderWay): void => {
    requests = requests.filter((other) => other !== request)
  }

  const meet = async (request: UnderWay, fate: Fate): Promise<void> => {
    met.set(fate, (met.get(fate) ?? 0) + 1)
    const { waits } = request
    request.waits = false
    if (fate === 'late') {
      // The sender gives up; the request stays on its way and may still arrive, behind newer ones.
      if (waits) request.reject(new DOMException('no whole answer', 'TimeoutError'))
      return
    }
    drop(request)
    const wrongly = wrong[fate]
    if (wrongly !== undefined) {
      request.resolve(wrongly)
      return
    }
    if (fate === 'lose-request') {
      request.reject(reset())
      return
    }
    const answer = await handle(request)
    const last = fate === 'duplicate' ? await handle(request) : answer
    if (fate === 'lose-response') request.reject(reset())
    else request.resolve(last)
  }

  return {
    fetchOf,
    underWay: () => requests,
    waiting: (station) => requests.filter((sent) => sent.station === station && sent.waits),
    meet: async (sent, fate) => {
      const request = requests.find((other) => other === sent)
      if (request !== undefined) await meet(request, fate)
    },
    met,
  }
}
