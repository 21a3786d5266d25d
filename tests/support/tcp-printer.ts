import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

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
  /** Takes this many labels whole; of every later one some bytes, and then nothing moves: the paper has run out. */
  | { readonly kind: 'paper-out'; readonly after: number; readonly bytes: number }
  /** Sends a status byte for every piece it reads and once more before it closes. */
  | { readonly kind: 'status' }

/** What it says of itself by the questions it is asked, as latin1 text; silent unless told what to say. */
export type PrinterWords = (query: string) => string

export interface TcpPrinter {
  readonly host: string
  readonly port: number
  readonly address: string
  /** The bytes of every connection, in order. */
  readonly received: readonly Uint8Array[]
  /** How many connections were made. */
  connections(): number
  behave(behaviour: PrinterBehaviour): void
  /** Questions are not jobs: they are answered with these words and counted apart. */
  speak(words: PrinterWords): void
  questions(): number
  /** Told of every piece as it is read, with the number of bytes read so far. */
  onRead(listener: (total: number) => void): void
  /** Resolves when this many connections have ended. */
  ended(connections: number): Promise<void>
  /** Connections are refused from now on. */
  close(): Promise<void>
}

/** Our questions begin with `~HS`, `ESC !`, `DLE EOT` or `ESC h`, or are `ESC @` and the end of a line: labels begin with it, too. */
const isQuestion = (text: string): boolean =>
  /^(~HS|\u001B[!h]|\u0010\u0004)/.test(text) || text === '\u001B@\r\n'

/** Reads until it has this many bytes, and then never again. */
const takeSome = (socket: Socket, bytes: number, chunks: Buffer[]): void => {
  let length = 0
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length >= bytes) socket.pause()
  })
}

/** @param before how many jobs came before this one since the printer behaves so */
const serve = (
  socket: Socket,
  behaviour: PrinterBehaviour,
  chunks: Buffer[],
  before: number,
): void => {
  socket.on('error', () => undefined)
  if (behaviour.kind === 'stall') return
  if (behaviour.kind === 'paper-out' && behaviour.after <= before) {
    takeSome(socket, behaviour.bytes, chunks)
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
  let since = 0
  const sockets = new Set<Socket>()
  const jobs: Buffer[][] = []
  let total = 0
  let tell: (total: number) => void = () => undefined
  const waiters = new Set<() => void>()
  let ended = 0
  let questions = 0
  let words: PrinterWords = () => ''
  const answer = (socket: Socket, query: string): void => {
    questions += 1
    socket.on('error', () => undefined)
    socket.on('end', () => socket.end())
    socket.resume()
    socket.write(Buffer.from(words(query), 'latin1'))
  }
  const takeJob = (socket: Socket): void => {
    const chunks: Buffer[] = []
    jobs.push(chunks)
    socket.on('close', () => {
      ended += 1
      for (const check of waiters) check()
    })
    socket.on('data', ({ length }) => {
      total += length
      tell(total)
    })
    serve(socket, behaviour, chunks, jobs.length - 1 - since)
  }
  const server: Server = createServer({ allowHalfOpen: true, highWaterMark: 1024 }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    if (behaviour.kind === 'reset-after' && behaviour.bytes === 0) {
      takeJob(socket)
      return
    }
    // Who goes without a word was going to ask something.
    const leave = (): void => void socket.end()
    socket.on('end', leave)
    socket.on('error', leave)
    // What it is shows by its first bytes; they are put back for whoever takes the job.
    socket.once('data', (chunk) => {
      socket.off('end', leave)
      const query = chunk.toString('latin1')
      if (isQuestion(query)) {
        answer(socket, query)
        return
      }
      socket.pause()
      socket.unshift(chunk)
      takeJob(socket)
      if (behaviour.kind !== 'stall') socket.resume()
    })
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
      since = jobs.length
    },
    speak: (next) => {
      words = next
    },
    questions: () => questions,
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

/** One that lives no longer than the test. */
export const tcpPrinter = async (first?: PrinterBehaviour, port?: number): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter(first, port)
  onTestFinished(() => printer.close())
  return printer
}

/** Every byte that came, once every job has ended. */
export const allThatArrived = async (printer: TcpPrinter): Promise<Buffer> => {
  await printer.ended(printer.connections())
  return Buffer.concat(printer.received)
}
