import { describe, expect, it } from 'vitest'
import { createManualTicker } from '#tests/support/manual-ticker.ts'
import { pacedNews } from './paced-news.ts'

const paced = () => {
  const { every, advance, clock } = createManualTicker()
  const toldAt: number[] = []
  const news = pacedNews(
    (ms, run) => {
      const stop = every(ms, () => {
        stop()
        run()
      })
      return stop
    },
    250,
    () => toldAt.push(clock()),
  )
  return { news, advance, toldAt }
}

describe('pacedNews', () => {
  it('tells the first news as soon as the work that made it is over', () => {
    const { news, advance, toldAt } = paced()
    news.soon()
    expect(toldAt).toEqual([])
    advance(0)
    expect(toldAt).toEqual([0])
  })

  it('tells together what follows closely, and forgets none of it', () => {
    const { news, advance, toldAt } = paced()
    for (const ms of [0, 10, 10, 10]) {
      news.soon()
      advance(ms)
    }
    advance(1_000)
    expect(toldAt).toEqual([0, 250])
  })

  it('tells at once when somebody waits, and not again for what was told with it', () => {
    const { news, advance, toldAt } = paced()
    news.soon()
    news.now()
    advance(1_000)
    expect(toldAt).toEqual([0])
  })

  it('tells nothing after its end', () => {
    const { news, advance, toldAt } = paced()
    news.soon()
    news.end()
    advance(1_000)
    expect(toldAt).toEqual([])
  })
})
