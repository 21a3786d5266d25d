import { connect, type Socket } from 'node:net'
import { interrupted, unreachable } from './problems.ts'
import type { SendLimits, SendOutcome, Transport } from './transport.ts'

// Small enough that every piece a slow printer takes is seen as progress.
const pieceLength = 4096

interface Attempt {
  readonly socket: Socket
  readonly bytes: Uint8Array
  readonly limits: SendLimits
  /** Called once, with the printer's address in every problem. */
  readonly settle: (outcome: SendOutcome) => void
  readonly address: string
}

/** Writes piece by piece, ends, and waits for the printer to close: only then has it taken everything. */
const run = ({ socket, bytes, limits, settle, address }: Attempt): void => {
  const details = { address }
  let hasWritten = false
  let hasFinished = false
  let closedEarly = false
  let trouble: unknown = null
  let stall: NodeJS.Timeout

  const giveUp = (reason: unknown): void => {
    trouble ??= reason
    socket.destroy()
  }
  const progress = (): void => {
    clearTimeout(stall)
    stall = setTimeout(() => giveUp('stalled'), limits.stallMs)
  }
  const abort = (): void => giveUp('aborted')

  const writeFrom = (start: number): void => {
    progress()
    if (start >= bytes.length) {
      socket.end()
      return
    }
    hasWritten = true
    socket.write(bytes.subarray(start, start + pieceLength), (error) => {
      if (!error) writeFrom(start + pieceLength)
    })
  }

  socket.on('connect', () => writeFrom(0))
  socket.on('finish', () => {
    hasFinished = true
    progress()
  })
  // Replies are read and dropped: unread status bytes would turn the close into a reset that loses the job's tail.
  socket.resume()
  socket.on('end', () => {
    if (!hasFinished) closedEarly = true
  })
  socket.on('error', (error) => {
    trouble ??= error
  })
  socket.on('close', () => {
    clearTimeout(stall)
    limits.signal.removeEventListener('abort', abort)
    if (!hasWritten) settle(unreachable(trouble ?? 'closed', details))
    else if (trouble !== null) settle(interrupted(trouble, details))
    else if (!hasFinished || closedEarly) settle(interrupted('closed early', details))
    else settle({ kind: 'sent' })
  })
  limits.signal.addEventListener('abort', abort)
  progress()
  if (limits.signal.aborted) abort()
}

/** Raw printing over TCP (port 9100), one connection a job. */
export const createTcpTransport = (host: string, port: number): Transport => ({
  send: (bytes, limits) =>
    new Promise((settle) => {
      const socket = connect({ host, port, allowHalfOpen: true })
      socket.setNoDelay(true)
      run({ socket, bytes, limits, settle, address: `tcp://${host}:${port}` })
    }),
})
