/** The listeners of one kind of news. */
export interface Listeners<News> {
  add(listener: (news: News) => void): () => void
  tell(news: News): void
}

export const createListeners = <News>(): Listeners<News> => {
  const entries = new Set<{ readonly listener: (news: News) => void }>()
  return {
    add: (listener) => {
      const entry = { listener }
      entries.add(entry)
      return () => void entries.delete(entry)
    },
    // A copy: a listener may come or go while the news is told.
    tell: (news) => {
      for (const entry of Array.from(entries)) if (entries.has(entry)) entry.listener(news)
    },
  }
}
