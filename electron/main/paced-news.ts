import type { After } from '#electron/sync/index.ts'

/** News that cost something to tell: never in the middle of other work, and what follows closely is told together. */
export interface PacedNews {
  soon(): void
  /** Somebody waits for it. */
  now(): void
  /** What has not been told is told no more. */
  end(): void
}

/** @param everyMs least milliseconds between two tellings that nobody waits for */
export const pacedNews = (after: After, everyMs: number, tell: () => void): PacedNews => {
  let isWanted = false
  let cancel: (() => void) | null = null

  const rest = (ms: number): void => {
    cancel = after(ms, () => {
      cancel = null
      if (isWanted) now()
    })
  }
  const now = (): void => {
    cancel?.()
    isWanted = false
    rest(everyMs)
    tell()
  }

  return {
    now,
    soon: () => {
      isWanted = true
      if (cancel === null) rest(0)
    },
    end: () => {
      isWanted = false
      cancel?.()
    },
  }
}
