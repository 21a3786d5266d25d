import { parentPort } from 'node:worker_threads'
import { AppError, type ErrorShape } from '#shared/errors.ts'
import type { WorkerAnswer, WorkerCall } from './worker-calls.ts'

const shapeOf = (error: unknown): ErrorShape =>
  error instanceof AppError
    ? error.toShape()
    : new AppError('internal', error instanceof Error ? error.message : String(error)).toShape()

/** The worker's side of `createWorkerCalls`: answers calls one after the other. */
export const serveCalls = <Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): void => {
  const port = parentPort
  if (port === null) throw new Error('this file runs in a worker thread')
  let queue = Promise.resolve()
  const serve = async ({ id, request }: WorkerCall<Request>): Promise<void> => {
    try {
      const value = await answer(request)
      port.postMessage({ id, ok: true, value } satisfies WorkerAnswer<Response>)
    } catch (error) {
      port.postMessage({ id, ok: false, error: shapeOf(error) } satisfies WorkerAnswer<Response>)
    }
  }
  port.on('message', (call: WorkerCall<Request>) => {
    queue = queue.then(() => serve(call))
  })
}
