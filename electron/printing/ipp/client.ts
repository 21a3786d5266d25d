import { existsSync } from 'node:fs'
import { request, type RequestOptions } from 'node:http'
import { decodeIpp, encodeIpp, type IppRequest, type IppResponse } from './message.ts'

/** Where an IPP server listens: a host and port, or the socket of the same machine. */
export type IppServer =
  | { readonly host: string; readonly port: number }
  | { readonly socketPath: string }

/** The server took the request and refused it. */
export class IppRefusal extends Error {
  override readonly name = 'IppRefusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface IppOperation extends Omit<IppRequest, 'requestId'> {
  /** Of the server, as `/printers/NAME`. */
  readonly path: string
  readonly document?: Uint8Array
}

export interface IppClient {
  /** Rejects with IppRefusal, or with whatever broke the line. */
  ask(operation: IppOperation, signal: AbortSignal): Promise<IppResponse>
}

const ippPort = 631
/** Where Debian and macOS keep the scheduler's socket. */
const sockets = ['/run/cups/cups.sock', '/var/run/cupsd', '/private/var/run/cupsd']
/** An answer about one job is far shorter; one that goes on and on is no answer, in bytes. */
const mostAnswer = 1_000_000

/**
 * The scheduler of this machine, or the one that `CUPS_SERVER` names as cupsd's own programs read it: `host[:port]` or
 * the path of a socket.
 */
export const cupsServer = (named = process.env['CUPS_SERVER']): IppServer => {
  const text = named?.replace(/\/version=[\d.]+$/, '') ?? ''
  if (text.startsWith('/')) return { socketPath: text }
  if (text !== '') {
    const { hostname, port } = new URL(`http://${text}`)
    const host = hostname.replace(/^\[(.*)\]$/, '$1')
    return { host, port: port === '' ? (text.endsWith(':80') ? 80 : ippPort) : Number(port) }
  }
  const socketPath = sockets.find((path) => existsSync(path))
  return socketPath === undefined ? { host: '127.0.0.1', port: ippPort } : { socketPath }
}

const post = (
  options: RequestOptions,
  body: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        ...options,
        method: 'POST',
        signal,
        headers: {
          host: 'localhost',
          'content-type': 'application/ipp',
          'content-length': body.reduce((sum, { length }) => sum + length, 0),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        let length = 0
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          length += chunk.length
          if (length > mostAnswer) response.destroy(new Error('the answer is too long'))
        })
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks))
          else reject(new Error(`HTTP ${response.statusCode}`))
        })
      },
    )
    asked.on('error', reject)
    for (const part of body) asked.write(part)
    asked.end()
  })

/** Speaks IPP over HTTP (RFC 8010, 8011), a connection a request. */
export const createIppClient = (server: () => IppServer): IppClient => {
  let requests = 0
  return {
    ask: async ({ path, document, ...operation }, signal) => {
      requests += 1
      const head = encodeIpp({ ...operation, requestId: requests })
      const body = document === undefined ? [head] : [head, document]
      const response = decodeIpp(await post({ ...server(), path }, body, signal))
      if (response.status < 0x0100) return response
      const said = response.operation.get('status-message')?.[0]
      const code = `IPP 0x${response.status.toString(16).padStart(4, '0')}`
      throw new IppRefusal(response.status, typeof said === 'string' ? said : code)
    },
  }
}
