import { connect, type Socket } from 'node:net'
import { setTimeout as passed } from 'node:timers/promises'
import { interrupted, unreachable, unreachableError } from './problems.ts'
import type { AskLimits, Question, SendLimits, SendOutcome, Transport } from './transport.ts'

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

/** Replies are hostile: a printer that talks and talks is heard no further, in bytes. */
const mostReply = 4096

/** One question on a connection of its own. */
const question = (
  socket: Socket,
  address: string,
  { query, isWhole }: Question,
  { signal, patienceMs }: AskLimits,
): Promise<string> =>
  new Promise((resolve, reject) => {
    let reply = ''
    let isConnected = false
    let trouble: unknown = 'timeout'
    const end = (): void => void socket.destroy()
    const patience = setTimeout(end, patienceMs)
    signal.addEventListener('abort', end)
    socket.on('connect', () => {
      isConnected = true
      socket.write(Buffer.from(query, 'latin1'))
    })
    socket.on('data', (chunk) => {
      reply += chunk.toString('latin1').slice(0, mostReply - reply.length)
      if (isWhole(reply) || reply.length >= mostReply) end()
    })
    socket.on('end', end)
    socket.on('error', (error) => {
      trouble = error
    })
    socket.on('close', () => {
      clearTimeout(patience)
      signal.removeEventListener('abort', end)
      if (isConnected) resolve(reply)
      else reject(unreachableError(trouble, { address }))
    })
    if (signal.aborted) end()
  })

/** A printer refuses while it serves somebody else: so long it is left alone before each further try, in milliseconds. */
const pauses = [150, 350, 600]
const isRefused = (outcome: SendOutcome): boolean =>
  outcome.kind === 'nothing-left' && outcome.problem.details['reason'] === 'ECONNREFUSED'

/** Raw printing over TCP (port 9100), one connection a job. */
export const createTcpTransport = (host: string, port: number): Transport => {
  const address = `tcp://${host}:${port}`
  const sendOnce = (bytes: Uint8Array, limits: SendLimits): Promise<SendOutcome> =>
    new Promise((settle) => {
      const socket = connect({ host, port, allowHalfOpen: true })
      socket.setNoDelay(true)
      run({ socket, bytes, limits, settle, address })
    })
  return {
    send: async (bytes, limits) => {
      let outcome = await sendOnce(bytes, limits)
      for (const pause of pauses) {
        if (!isRefused(outcome)) return outcome
        // Whoever gives up meanwhile gets the answer of the next try, which is that.
        await passed(pause, undefined, { signal: limits.signal }).catch(() => undefined)
        outcome = await sendOnce(bytes, limits)
      }
      return outcome
    },
    ask: (asked, limits) => question(connect({ host, port }), address, asked, limits),
  }
}
