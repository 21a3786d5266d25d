import { Worker } from 'node:worker_threads'
import { AppError, type ErrorShape } from '#shared/errors.ts'

export interface WorkerCall<Request> {
  readonly id: number
  readonly request: Request
}

export type WorkerAnswer<Response> =
  | { readonly id: number; readonly ok: true; readonly value: Response }
  | { readonly id: number; readonly ok: false; readonly error: ErrorShape }

export interface WorkerCalls<Request, Response> {
  /** Rejects with the worker's AppError, or with a retryable one when the worker dies over it. */
  call(request: Request): Promise<Response>
  /** Starts the worker, so that the first call need not wait for that. */
  start(): void
  close(): Promise<void>
}

interface Pending<Response> {
  readonly resolve: (value: Response) => void
  readonly reject: (error: AppError) => void
}

const gone = (cause: unknown): AppError =>
  new AppError(
    'internal',
    `the worker ended: ${cause instanceof Error ? cause.message : String(cause)}`,
    {
      retryable: true,
      cause,
    },
  )

/** Calls into a worker thread, which is started by the first call or before, and again after it died. */
export const createWorkerCalls = <Request, Response>(url: URL): WorkerCalls<Request, Response> => {
  const pending = new Map<number, Pending<Response>>()
  let lastId = 0
  let worker: Worker | null = null
  let isClosed = false

  const rejectAll = (cause: unknown): void => {
    for (const { reject } of pending.values()) reject(gone(cause))
    pending.clear()
  }

  const start = (): Worker => {
    const started = new Worker(url)
    // The program may end while the worker idles; a pending call keeps it alive.
    started.unref()
    started.on('message', (answer: WorkerAnswer<Response>) => {
      const waiting = pending.get(answer.id)
      pending.delete(answer.id)
      if (pending.size === 0) started.unref()
      if (answer.ok) waiting?.resolve(answer.value)
      else waiting?.reject(new AppError(answer.error.code, answer.error.message, answer.error))
    })
    let cause: unknown = null
    started.on('error', (error) => {
      cause = error
    })
    started.on('exit', (code) => {
      if (worker === started) worker = null
      rejectAll(cause ?? `exit ${code}`)
    })
    return started
  }

  return {
    start: () => {
      if (!isClosed) worker ??= start()
    },
    call: (request) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(gone('closed'))
          return
        }
        worker ??= start()
        lastId += 1
        pending.set(lastId, { resolve, reject })
        worker.ref()
        worker.postMessage({ id: lastId, request } satisfies WorkerCall<Request>)
      }),
    close: async () => {
      isClosed = true
      await worker?.terminate()
    },
  }
}
