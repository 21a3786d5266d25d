import { createListeners } from '../listeners.ts'
import { deviceProblem } from './device-problem.ts'
import type { Chunk, DeviceLink, Line, LinkState, OpenLine } from './link.ts'
import { AppError } from '#shared/errors.ts'

/** Calls `run` once after `ms` milliseconds, unless the returned function is called first. */
export type After = (ms: number, run: () => void) => () => void

interface LinkParts {
  /** As in the settings; for what is told of a problem. */
  readonly address: string
  readonly open: OpenLine
  readonly after: After
  /** Monotonic milliseconds. */
  readonly clock: () => number
}

/** A plug that was put back is found within this time, in milliseconds. */
const retryMs = 1_000

/** How a line ended, if it did: it may do so before whoever opened it has it in hand. */
const createFate = () => {
  let problem: AppError | null = null
  return {
    end: (reason: AppError): void => void (problem ??= reason),
    ended: (): AppError | null => problem,
  }
}

/** Opens the device at once and, whenever it is not there, again every second. */
export const createReconnectingLink = ({ address, open, after, clock }: LinkParts): DeviceLink => {
  const chunks = createListeners<Chunk>()
  const states = createListeners<LinkState>()
  let line: Line | null = null
  let problem: AppError | null = null
  let isClosed = false
  let isPaused = false
  let stopWaiting = (): void => undefined
  /** The attempt that is on its way. */
  let attempt: Promise<void> = Promise.resolve()

  const absent = (reason: AppError): void => {
    const isNews = line !== null || problem?.code !== reason.code
    line = null
    problem = reason
    if (!isPaused) stopWaiting = after(retryMs, begin)
    if (isNews) states.tell('absent')
  }

  const tryOnce = async (): Promise<void> => {
    const fate = createFate()
    let mine: Line | null = null
    try {
      mine = await open({
        // Nothing is believed that a line tells before it stands, or after its end.
        bytes: (bytes) => {
          if (mine !== null && mine === line) chunks.tell({ bytes, at: clock() })
        },
        gone: (reason) => {
          fate.end(reason)
          if (mine !== null && mine === line && !isClosed && !isPaused) absent(reason)
        },
      })
    } catch (error) {
      if (!isClosed && !isPaused) absent(deviceProblem(error, address))
      return
    }
    if (isClosed || isPaused) return mine.close()
    const end = fate.ended()
    if (end !== null) return absent(end)
    line = mine
    problem = null
    states.tell('open')
  }

  const begin = (): void => {
    attempt = tryOnce()
  }
  begin()

  /** Waits for an attempt on its way, and gives up the line that stands. */
  const letGo = async (): Promise<void> => {
    stopWaiting()
    await attempt
    const openLine = line
    line = null
    if (openLine === null) return
    states.tell('absent')
    await openLine.close()
  }

  return {
    state: () => (line === null ? 'absent' : 'open'),
    problem: () => problem,
    onBytes: chunks.add,
    onState: states.add,
    write: async (bytes) => {
      if (line === null) {
        throw problem ?? new AppError('device-missing', 'not open yet', { details: { address } })
      }
      try {
        await line.write(bytes)
      } catch (error) {
        throw deviceProblem(error, address)
      }
    },
    pause: async () => {
      isPaused = true
      await letGo()
      return () => {
        if (!isPaused) return
        isPaused = false
        if (!isClosed) begin()
      }
    },
    close: async () => {
      if (isClosed) return attempt
      isClosed = true
      await letGo()
    },
  }
}
