import { parentPort } from 'node:worker_threads'
import { AppError, type ErrorShape } from '#shared/errors.ts'
import type { WorkerAnswer, WorkerCall } from './worker-calls.ts'

const shapeOf = (error: unknown): ErrorShape =>
  error instanceof AppError
    ? error.toShape()
    : new AppError('internal', error instanceof Error ? error.message : String(error)).toShape()

/** The worker's side of `createWorkerCalls`: answers calls one after the other. */
export const serveCalls = (answer: (request: never) => unknown): void => {
  const port = parentPort
  if (port === null) throw new Error('this file runs in a worker thread')
  let queue = Promise.resolve()
  const serve = async ({ id, request }: WorkerCall<never>): Promise<void> => {
    try {
      const value = await answer(request)
      port.postMessage({ id, ok: true, value } satisfies WorkerAnswer<unknown>)
    } catch (error) {
      port.postMessage({ id, ok: false, error: shapeOf(error) } satisfies WorkerAnswer<unknown>)
    }
  }
  port.on('message', (call: WorkerCall<never>) => {
    queue = queue.then(() => serve(call))
  })
}
