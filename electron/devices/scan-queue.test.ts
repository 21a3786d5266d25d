import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createScanQueue, type RawScan } from './scan-queue.ts'

const scan = (text: string): RawScan => ({ text, source: 'wedge', at: 0 })

describe('the scan queue', () => {
  test('judges scans in order, one at a time, however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (s, slow) => {
          const judged: string[] = []
          let busy = 0
          const queue = createScanQueue({
            handle: async ({ text }) => {
              expect(++busy).toBe(1)
              if (slow[Number(text)] === true) await s.schedule(Promise.resolve())
              judged.push(text)
              busy--
            },
            onError: (error) => {
              throw error
            },
          })
          const texts = slow.map((_, index) => String(index))
          for (const text of texts) expect(queue.push(scan(text))).toBe(true)
          await s.waitFor(queue.whenIdle())
          expect(judged).toEqual(texts)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('goes on after a scan that failed, and reports it', async () => {
    const judged: string[] = []
    const failed: string[] = []
    const queue = createScanQueue({
      handle: ({ text }) => {
        if (text === 'bad') throw new Error('refused')
        judged.push(text)
      },
      onError: (_, { text }) => failed.push(text),
    })
    for (const text of ['a', 'bad', 'b', 'bad', 'c']) queue.push(scan(text))
    await queue.whenIdle()
    expect(judged).toEqual(['a', 'b', 'c'])
    expect(failed).toEqual(['bad', 'bad'])
  })

  test('takes scans again after it was idle, and those a handler pushes', async () => {
    const judged: string[] = []
    const queue = createScanQueue({
      handle: ({ text }) => {
        judged.push(text)
        if (text === 'first') queue.push(scan('from the handler'))
      },
      onError: () => {},
    })
    queue.push(scan('first'))
    await queue.whenIdle()
    queue.push(scan('later'))
    await queue.whenIdle()
    expect(judged).toEqual(['first', 'from the handler', 'later'])
  })

  test('says so when it is full instead of dropping a scan', async () => {
    const judged: string[] = []
    let release: () => void = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    const queue = createScanQueue({
      handle: async ({ text }) => {
        await gate
        judged.push(text)
      },
      onError: () => {},
      capacity: 2,
    })
    expect(['a', 'b', 'c', 'd'].map((text) => queue.push(scan(text)))).toEqual([
      true,
      true,
      true,
      false,
    ])
    release()
    await queue.whenIdle()
    expect(judged).toEqual(['a', 'b', 'c'])
    expect(queue.push(scan('e'))).toBe(true)
    await queue.whenIdle()
  })
})
