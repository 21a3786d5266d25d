export interface News<T> {
  tell(news: T): void
  /** @returns stops it */
  subscribe(listener: (news: T) => void): () => void
}

/** Listeners of one kind of news. One that throws stops neither the others nor the teller: its error surfaces by itself. */
export const createNews = <T>(): News<T> => {
  const listeners = new Set<(news: T) => void>()
  return {
    tell: (news) => {
      for (const listener of listeners) {
        try {
          listener(news)
        } catch (error) {
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
