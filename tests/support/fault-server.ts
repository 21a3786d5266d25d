import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export interface FaultRequest {
  /** e.g. `POST /v1/commands` */
  readonly route: string
  /** Inflated. */
  readonly body: string
  readonly encoding: string
}
export interface FaultAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}
/** What to answer instead of, or out of, what the server behind says. */
export type Fault = (
  request: FaultRequest,
  ask: () => Promise<FaultAnswer>,
) => FaultAnswer | Promise<FaultAnswer>

export const apiError = (
  status: number,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): FaultAnswer => ({
  status,
  body: JSON.stringify({ error: { code, message: `${code} for a test`, details } }),
})

/** The `times` first requests of a route are answered wrongly, the rest by the server behind. */
export const firstTimes = (times: number, route: string, answer: FaultAnswer): Fault => {
  let left = times
  return (request, ask) => {
    if (request.route !== route || left === 0) return ask()
    left -= 1
    return answer
  }
}

export interface FaultServer {
  readonly url: string
  /** Requests so far, e.g. `GET /v1/changes`. */
  readonly asked: readonly string[]
  set(fault: Fault | null): void
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  const bytes = Buffer.concat(chunks)
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** An HTTP server in front of another that a test can let lie. */
export const startFaultServer = async (upstream: string): Promise<FaultServer> => {
  let fault: Fault | null = null
  const asked: string[] = []

  const answerTo = async (request: IncomingMessage): Promise<FaultAnswer> => {
    const { method = '', url = '', headers } = request
    const body = await readBody(request)
    const encoding = headers['content-encoding'] ?? 'identity'
    const route = `${method} ${url.replace(/\?.*/, '')}`
    asked.push(route)
    const ask = async (): Promise<FaultAnswer> => {
      const answer = await fetch(`${upstream}${url}`, {
        method,
        headers: {
          'content-type': headers['content-type'] ?? '',
          authorization: headers.authorization ?? '',
        },
        ...(method === 'POST' ? { body } : {}),
      })
      return { status: answer.status, body: await answer.text() }
    }
    return fault === null ? ask() : fault({ route, body, encoding }, ask)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const answer = await answerTo(request)
      const { status, body, headers = { 'content-type': 'application/json' } } = answer
      response.writeHead(status, headers).end(body)
    } catch {
      response.destroy()
    }
  }
  const server = createServer((request, response) => void serve(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(async () => {
    const closed = once(server.close(), 'close')
    server.closeAllConnections()
    await closed
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    set: (next) => {
      fault = next
    },
  }
}
