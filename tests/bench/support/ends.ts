/** What has to be ended, in the opposite order of its start. */
export interface Ends {
  add(end: () => Promise<unknown> | void): void
  all(): Promise<void>
}

export const createEnds = (): Ends => {
  const ends: (() => Promise<unknown> | void)[] = []
  return {
    add: (end) => void ends.push(end),
    all: async () => {
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end()
    },
  }
}

/** Runs `work` and ends what it started, however it went. */
export const withEnds = async <T>(work: (ends: Ends) => Promise<T>): Promise<T> => {
  const ends = createEnds()
  try {
    return await work(ends)
  } finally {
    await ends.all()
  }
}
