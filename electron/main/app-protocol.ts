import { type Protocol, protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { appOrigin, contentPolicy } from './security.ts'

const scheme = 'app'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Before the app is ready: `app://` is a standard, secure origin. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ])
}

interface Picture {
  readonly body: Uint8Array
  readonly type: string
}

const photoPattern = /^\/photo\/([0-9a-f]{64})$/

/**
 * Serves the built page from `folder`, and nothing outside it; beside it the photos of goods that the station keeps.
 * @param photo by the name that stands in its path
 */
export const serveApp = (
  sessionProtocol: Protocol,
  folder: string,
  photo: (name: string) => Promise<Picture | null>,
): void => {
  sessionProtocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== appOrigin) return new Response(null, { status: 404 })
    const photoName = photoPattern.exec(url.pathname)?.[1]
    if (photoName !== undefined) {
      const found = await photo(photoName)
      return found === null
        ? new Response(null, { status: 404 })
        : new Response(Buffer.from(found.body), {
            headers: { 'content-type': found.type, 'x-content-type-options': 'nosniff' },
          })
    }
    const path = normalize(join(folder, decodeURIComponent(url.pathname)))
    const file = path === folder || path === folder + sep ? join(folder, 'index.html') : path
    const type = types[extname(file)]
    if (!file.startsWith(folder + sep) || type === undefined) {
      return new Response(null, { status: 404 })
    }
    const body = await readFile(file).catch(() => null)
    if (body === null) return new Response(null, { status: 404 })
    const nonce = randomBytes(16).toString('base64')
    const page = type.startsWith('text/html')
      ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
      : body
    return new Response(page, {
      headers: {
        'content-type': type,
        'content-security-policy': contentPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  })
}
