import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as passed } from 'node:timers/promises'

/** A printer on the network that needs its time for each label and has room for one more meanwhile. */
export interface PacedPrinter {
  readonly address: string
  /** When the last byte of each label had come, by `performance.now()`. */
  readonly taken: readonly number[]
  /** When each label had left the head. */
  readonly printed: readonly number[]
  close(): Promise<void>
}

/** @param labelMs for one label, in milliseconds */
export const startPacedPrinter = async (labelMs: number): Promise<PacedPrinter> => {
  const taken: number[] = []
  const printed: number[] = []
  let head: Promise<unknown> = Promise.resolve()
  let next: Promise<unknown> = Promise.resolve()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined)
    socket.resume()
    socket.on('end', () => {
      taken.push(performance.now())
      // The one before must have reached the head: only then is there room.
      const room = next
      next = head
      head = head.then(async () => {
        await passed(labelMs)
        printed.push(performance.now())
      })
      void room.then(() => socket.end())
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    address: `tcp://127.0.0.1:${address.port}`,
    taken,
    printed,
    close: async () => {
      server.close()
      await head
    },
  }
}
