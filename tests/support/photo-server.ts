import { createServer, request } from 'node:https'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Fetch } from '#electron/photos/index.ts'
import { selfSigned } from './self-signed.ts'

export interface PhotoServer {
  readonly url: string
  /** How often this path was asked for. */
  asked(path: string): number
  /** What it answers from now on; 404 for other paths. */
  serve(
    path: string,
    body: Uint8Array | { readonly status: number; readonly location: string },
  ): void
  /** Fetches from this server, whose certificate nobody vouches for, and from no other. */
  readonly fetch: Fetch
}

/** A seller's web server, over TLS. */
export const startPhotoServer = async (): Promise<PhotoServer> => {
  const pages = new Map<string, Parameters<PhotoServer['serve']>[1]>()
  const counts = new Map<string, number>()
  const server = createServer(selfSigned('photos.example'), ({ url = '' }, answer) => {
    counts.set(url, (counts.get(url) ?? 0) + 1)
    const page = pages.get(url)
    if (page === undefined) answer.writeHead(404).end()
    else if (page instanceof Uint8Array) answer.writeHead(200).end(page)
    else answer.writeHead(page.status, { location: page.location }).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `https://127.0.0.1:${port}`,
    asked: (path) => counts.get(path) ?? 0,
    serve: (path, body) => void pages.set(path, body),
    fetch: (url, { signal }) =>
      new Promise((resolve, reject) => {
        const options = { rejectUnauthorized: false, signal: signal ?? undefined }
        request(url, options, (message) => {
          const body = Readable.toWeb(message) as ReadableStream<Uint8Array>
          resolve(new Response(body, { status: message.statusCode ?? 500 }))
        })
          .on('error', reject)
          .end()
      }),
  }
}
