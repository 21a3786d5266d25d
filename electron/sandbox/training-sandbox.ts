import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import type { SeedProblem } from './seed-file.ts'
import {
  closeMessage,
  type TrainingFolders,
  type TrainingMessage,
  type TrainingStarted,
} from './training-messages.ts'

interface TrainingOptions extends TrainingFolders {
  /** Of the built `sandbox-worker`. */
  readonly workerUrl: URL
  /** The server ended by itself: training goes on offline. */
  readonly onFailure?: (error: AppError) => void
}

export interface TrainingSandbox {
  readonly url: string
  readonly pairingCode: string
  readonly seedProblems: readonly SeedProblem[]
  close(): Promise<void>
}

const started = (worker: Worker): Promise<TrainingStarted> =>
  new Promise((resolve, reject) => {
    worker.once('message', (message: TrainingMessage) => {
      if (message.type === 'started') resolve(message)
      else {
        const { code, message: text, details, retryable } = message.error
        reject(new AppError(code, text, { details, retryable }))
      }
    })
    worker.once('error', (cause) =>
      reject(new AppError('internal', 'the training server failed', { cause })),
    )
    worker.once('exit', (code) =>
      reject(new AppError('internal', `the training server ended with code ${code}`)),
    )
  })

/**
 * Runs a server of the API in a worker thread, with its database under `dataDir` and the orders of `seedDir`.
 * @throws AppError as `createSandbox`, or internal when the thread fails
 */
export const startTrainingSandbox = async (options: TrainingOptions): Promise<TrainingSandbox> => {
  const { workerUrl, dataDir, seedDir, onFailure } = options
  const folders: TrainingFolders = { dataDir, seedDir }
  const worker = new Worker(workerUrl, { workerData: folders })
  const { url, pairingCode, seedProblems } = await started(worker)

  let ended = false
  let closing = false
  worker.on('error', (cause) => {
    onFailure?.(new AppError('internal', 'the training server failed', { cause }))
  })
  worker.once('exit', (code) => {
    ended = true
    if (closing || code !== 0) return
    onFailure?.(new AppError('internal', 'the training server ended'))
  })
  return {
    url,
    pairingCode,
    seedProblems,
    close: async () => {
      if (ended) return
      closing = true
      const exit = once(worker, 'exit')
      worker.postMessage(closeMessage)
      await exit
    },
  }
}
