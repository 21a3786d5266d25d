import { type After, pause } from './timer.ts'

/** The rests of a long pull, which leave the computer to whoever packs. */
export interface Rests {
  /** Resolves when it is over; at once while nobody packs, and when somebody waits for the pull. */
  take(): Promise<void>
  /** A round begins. @param hurried somebody waits for it */
  begin(hurried: boolean): void
  /** Somebody waits for the round: its rest ends, and it takes no more. */
  hurry(): void
}

interface Parts {
  readonly after: After
  readonly closing: AbortSignal
  /** Of a rest, in milliseconds. */
  readonly ms: number
  readonly isPacking: () => boolean
}

export const createRests = ({ after, closing, ms, isPacking }: Parts): Rests => {
  let hurry = new AbortController()
  closing.addEventListener('abort', () => hurry.abort(), { once: true })
  return {
    take: async () => {
      if (isPacking()) await pause(after, ms, hurry.signal)
    },
    begin: (hurried) => {
      if (!hurried && !closing.aborted) hurry = new AbortController()
    },
    hurry: () => hurry.abort(),
  }
}
