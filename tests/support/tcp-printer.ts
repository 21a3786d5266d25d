import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

/** How a virtual printer behaves towards every connection. */
export type PrinterBehaviour =
  /** Reads everything and closes when the sender ends. */
  | { readonly kind: 'accept' }
  /** Accepts the connection, reads nothing and never closes. */
  | { readonly kind: 'stall' }
  /** Resets the connection once it has read this many bytes. */
  | { readonly kind: 'reset-after'; readonly bytes: number }
  /** Closes its side of the connection at once and goes on reading. */
  | { readonly kind: 'half-close' }
  /** Sends this much of rubbish while it reads. */
  | { readonly kind: 'garbage'; readonly bytes: number }
  /** Reads in pieces of this size, one a turn of the event loop. */
  | { readonly kind: 'slow'; readonly bytes: number }
  /** Sends a status byte for every piece it reads and once more before it closes. */
  | { readonly kind: 'status' }

export interface TcpPrinter {
  readonly host: string
  readonly port: number
  readonly address: string
  /** The bytes of every connection, in order. */
  readonly received: readonly Uint8Array[]
  /** How many connections were made. */
  connections(): number
  behave(behaviour: PrinterBehaviour): void
  /** Told of every piece as it is read, with the number of bytes read so far. */
  onRead(listener: (total: number) => void): void
  /** Resolves when this many connections have ended. */
  ended(connections: number): Promise<void>
  /** Connections are refused from now on. */
  close(): Promise<void>
}

const serve = (socket: Socket, behaviour: PrinterBehaviour, chunks: Buffer[]): void => {
  socket.on('error', () => undefined)
  if (behaviour.kind === 'stall') {
    socket.pause()
    return
  }
  if (behaviour.kind === 'half-close') socket.end()
  if (behaviour.kind === 'garbage') socket.write(Buffer.alloc(behaviour.bytes, 0xa5))
  let length = 0
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (behaviour.kind === 'status') socket.write('\u0002')
    if (behaviour.kind === 'reset-after' && length >= behaviour.bytes) socket.resetAndDestroy()
    if (behaviour.kind === 'slow') {
      socket.pause()
      setImmediate(() => socket.resume())
    }
  })
  if (behaviour.kind === 'reset-after' && behaviour.bytes === 0) socket.resetAndDestroy()
  socket.on('end', () => {
    if (behaviour.kind === 'status') socket.write('\u0002\u0003')
    socket.end()
  })
}

/** A real listening server, on a port of its own unless told which, that takes jobs like a raw network printer. */
export const startTcpPrinter = async (
  first: PrinterBehaviour = { kind: 'accept' },
  port = 0,
): Promise<TcpPrinter> => {
  let behaviour = first
  const sockets = new Set<Socket>()
  const jobs: Buffer[][] = []
  let total = 0
  let tell: (total: number) => void = () => undefined
  const waiters = new Set<() => void>()
  let ended = 0
  const server: Server = createServer({ allowHalfOpen: true, highWaterMark: 1024 }, (socket) => {
    const chunks: Buffer[] = []
    jobs.push(chunks)
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      ended += 1
      for (const check of waiters) check()
    })
    socket.on('data', ({ length }) => {
      total += length
      tell(total)
    })
    serve(socket, behaviour, chunks)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host: '127.0.0.1',
    port: address.port,
    address: `tcp://127.0.0.1:${address.port}`,
    get received() {
      return jobs.map((chunks) => new Uint8Array(Buffer.concat(chunks)))
    },
    connections: () => jobs.length,
    behave: (next) => {
      behaviour = next
    },
    onRead: (listener) => {
      tell = listener
    },
    ended: (connections) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (ended < connections) return
          waiters.delete(check)
          resolve()
        }
        waiters.add(check)
        check()
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
}
