import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { createTally, type Fault, type LineTally } from './line-fault.ts'

/** Says what the line does. Without a plan it passes everything on. */
export interface ChaosPlan {
  /** Whether a new connection is taken; else it is reset at once. */
  takes(): boolean
  /** @param request how the request begins: method, path and headers */
  strikes(request: string): Fault | null
}

/** A real TCP proxy that breaks lines on purpose. Its address stays, whatever stands behind it. */
export interface ChaosProxy {
  readonly url: string
  /** Send what comes from now on to this port of 127.0.0.1; null: nobody is there. Breaks what is open. */
  connectTo(port: number | null): void
  /** From now on this happens to connections and requests; null: nothing. */
  follow(plan: ChaosPlan | null): void
  /** Lets the next `times` requests beginning with `start` through, and cuts the line when their answer comes back. */
  cutAnswers(start: string, times: number): void
  /** Takes requests and never answers. */
  swallow(on: boolean): void
  /** Answers that were cut so far. */
  readonly cuts: number
  readonly tally: LineTally
  close(): Promise<void>
}

const piecesOf = (chunk: Buffer, size: number): readonly Buffer[] =>
  Array.from({ length: Math.ceil(chunk.length / size) }, (_none, index) =>
    chunk.subarray(index * size, (index + 1) * size),
  )

/** One direction of a line: what is given to it arrives in order, late or in pieces where a fault says so. */
const createLane = (to: Socket) => {
  let last = Promise.resolve()
  const deliver = async (chunk: Buffer, fault: Fault | null): Promise<void> => {
    if (fault?.kind === 'late') await pause(fault.ms)
    if (fault?.kind !== 'sliced') {
      if (to.writable) to.write(chunk)
      return
    }
    for (const piece of piecesOf(chunk, fault.bytes)) {
      if (!to.writable) return
      to.write(piece)
      await nextTurn()
    }
  }
  return {
    send: (chunk: Buffer, fault: Fault | null): void => {
      last = last.then(() => deliver(chunk, fault))
    },
    /** Ends the line behind what is still under way. */
    end: (): void => {
      last = last.then(() => void to.end())
    },
  }
}

const isRequestFault = ({ kind }: Fault): boolean => !kind.startsWith('answer-')

/** Joins both sides of one connection, and lets happen to each request on it what the plan says. */
const joinLine = (
  client: Socket,
  upstream: Socket,
  strikes: ChaosPlan['strikes'],
  tally: ReturnType<typeof createTally>,
): void => {
  const there = createLane(upstream)
  const back = createLane(client)
  let request = ''
  let fault: Fault | null = null
  /** No byte of the answer has come yet. */
  let isAsking = false
  /** Nothing passes any more, and nobody is told. */
  let isSilent = false

  const breakBoth = (): void => {
    client.resetAndDestroy()
    upstream.resetAndDestroy()
  }
  const askFaulty = (chunk: Buffer, { kind }: Fault): void => {
    if (kind === 'reset') breakBoth()
    else if (kind === 'reset-midway') {
      isSilent = true
      upstream.write(chunk.subarray(0, chunk.length / 2), breakBoth)
    } else if (kind === 'blackhole') isSilent = true
    else if (kind === 'half-open') {
      isSilent = true
      upstream.write(chunk, () => upstream.destroy())
    } else there.send(chunk, fault)
  }
  const answerFaulty = (chunk: Buffer, { kind }: Fault): void => {
    isSilent = true
    if (kind === 'answer-lost') return
    if (kind === 'answer-cut') client.destroy()
    else client.write(chunk.subarray(0, chunk.length / 2), () => client.destroy())
    upstream.destroy()
  }

  client.on('data', (chunk) => {
    if (isSilent) return
    if (!isAsking) {
      isAsking = true
      request = chunk.toString('latin1')
      fault = strikes(request)
      tally.asked()
      if (fault !== null && isRequestFault(fault)) tally.struck(fault.kind)
    }
    if (fault === null) there.send(chunk, null)
    else askFaulty(chunk, fault)
  })
  upstream.on('data', (chunk) => {
    if (isSilent) return
    if (isAsking && fault !== null && !isRequestFault(fault)) {
      tally.struck(fault.kind)
      tally.answerLost(request, chunk.toString('latin1'))
      answerFaulty(chunk, fault)
      return
    }
    isAsking = false
    back.send(chunk, fault)
  })
  client.on('close', () => upstream.destroy())
  upstream.on('close', () => {
    if (!isSilent) back.end()
  })
}

export const startChaosProxy = async (): Promise<ChaosProxy> => {
  let target: number | null = null
  let plan: ChaosPlan | null = null
  const tally = createTally()
  const open = new Set<Socket>()

  const track = (socket: Socket): Socket => {
    open.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    return socket.on('close', () => void open.delete(socket))
  }
  const breakAll = (): void => {
    for (const socket of open) socket.destroy()
  }
  const server = createServer((client) => {
    track(client)
    if (plan?.takes() === false) {
      tally.struck('refused')
      client.resetAndDestroy()
    } else if (target === null) client.destroy()
    else {
      const upstream = track(connect(target, '127.0.0.1'))
      joinLine(client, upstream, (request) => plan?.strikes(request) ?? null, tally)
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const strikeBy = (strikes: ChaosPlan['strikes']): void => {
    plan = { takes: () => true, strikes }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    connectTo: (next) => {
      target = next
      breakAll()
    },
    follow: (next) => {
      plan = next
    },
    cutAnswers: (start, times) => {
      let left = times
      strikeBy((request) => {
        if (left === 0 || !request.startsWith(start)) return null
        left -= 1
        return { kind: 'answer-cut' }
      })
    },
    swallow: (on) => strikeBy(() => (on ? { kind: 'blackhole' } : null)),
    get cuts() {
      return tally.seen().faults['answer-cut'] ?? 0
    },
    get tally() {
      return tally.seen()
    },
    close: async () => {
      const closed = once(server.close(), 'close')
      breakAll()
      await closed
    },
  }
}
