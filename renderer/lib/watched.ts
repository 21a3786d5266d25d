/** Something that is read while somebody looks at it. */
export interface Watched {
  /** Somebody looks at it. */
  readonly isWatched: boolean
  /** Reads it, and again with every change, until the returned function is called. */
  readonly watch: () => () => void
  /** Reads it again; what changes meanwhile is read once more afterwards. */
  readonly refresh: () => void
}

/** The part of a store that decides when to read. @param read never rejects */
export const createWatched = (
  set: (part: Pick<Watched, 'isWatched'>) => void,
  read: () => Promise<void>,
): Watched => {
  let wanted = 0
  let begun = 0
  let reading: Promise<void> | null = null
  const readOn = async (): Promise<void> => {
    while (begun < wanted) {
      begun = wanted
      await read()
    }
    reading = null
  }
  const refresh = (): void => {
    wanted += 1
    reading ??= readOn()
  }
  return {
    isWatched: false,
    watch: () => {
      set({ isWatched: true })
      refresh()
      return () => set({ isWatched: false })
    },
    refresh,
  }
}

/** What is watched has changed. */
export const hasChanged = ({ isWatched, refresh }: Watched): void => {
  if (isWatched) refresh()
}
