import { expect, onTestFinished, test } from 'vitest'
import { createWorkerCalls } from './worker-calls.ts'

/** A worker that answers in capitals, hangs on `hang` and dies on `die`. */
const source = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id, request }) => {
    if (request === 'die') process.exit(3)
    if (request === 'throw') throw new Error('out of memory')
    if (request === 'hang') return
    parentPort.postMessage({ id, ok: true, value: request.toUpperCase() })
  })
`
const start = () => {
  const calls = createWorkerCalls<string, string>(
    new URL(`data:text/javascript,${encodeURIComponent(source)}`),
  )
  onTestFinished(() => calls.close())
  return calls
}

test('calls are answered, each with its own answer', async () => {
  const calls = start()
  expect(await Promise.all(['a', 'b', 'c'].map((text) => calls.call(text)))).toEqual([
    'A',
    'B',
    'C',
  ])
})

test.each(['die', 'throw'])(
  'a worker that ends over a call (%s) fails what is pending and is started again',
  async (how) => {
    const calls = start()
    const pending = calls.call('hang')
    const fatal = calls.call(how)
    await expect(pending).rejects.toMatchObject({ code: 'internal', retryable: true })
    await expect(fatal).rejects.toMatchObject({ code: 'internal', retryable: true })
    expect(await calls.call('again')).toBe('AGAIN')
  },
)

test('closing fails what is pending, and nothing is called afterwards', async () => {
  const calls = start()
  const pending = calls.call('hang')
  const failed = expect(pending).rejects.toMatchObject({ code: 'internal' })
  await calls.close()
  await failed
  await expect(calls.call('a')).rejects.toMatchObject({ code: 'internal' })
})

test('a worker that was started before is the one that is called, and none starts after the end', async () => {
  const calls = start()
  calls.start()
  calls.start()
  expect(await calls.call('a')).toBe('A')
  await calls.close()
  calls.start()
  await expect(calls.call('a')).rejects.toMatchObject({ code: 'internal' })
})
