import { getRequestListener } from '@hono/node-server'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '#shared/errors.ts'

interface Address {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
}

interface Listening {
  readonly url: string
  /** Answers what is under way, for at most a second, and takes nothing new. */
  close(): Promise<void>
}

const patience = 1000

const listenFault = (error: Error, { host, port }: Address): Error => {
  const reason = 'code' in error ? String(error.code) : 'unknown'
  const text =
    reason === 'EADDRINUSE'
      ? `port ${port} on ${host} is already in use by another program`
      : `cannot listen on ${host}:${port}: ${error.message}`
  return new AppError('invalid-input', text, { details: { host, port, reason }, cause: error })
}

/** @throws AppError invalid-input when the address cannot be listened on */
export const listen = async (
  fetch: (request: Request) => Response | Promise<Response>,
  address: Address,
): Promise<Listening> => {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, address)))
    server.listen(address.port, address.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${address.host}:${port}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        const cut = setTimeout(() => server.closeAllConnections(), patience)
        server.close((error) => {
          clearTimeout(cut)
          if (error === undefined) resolve()
          else reject(error)
        })
        server.closeIdleConnections()
      }),
  }
}
