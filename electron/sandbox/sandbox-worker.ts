import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import { createSandbox } from './sandbox.ts'
import { closeMessage, type TrainingFolders, type TrainingMessage } from './training-messages.ts'

// Entry of the worker thread: the training server must not take time from the main loop.

const tell = (message: TrainingMessage): void => parentPort?.postMessage(message)

const shape = (error: unknown) =>
  error instanceof AppError
    ? error.toShape()
    : new AppError('internal', error instanceof Error ? error.message : String(error)).toShape()

try {
  const { dataDir, seedDir } = workerData as TrainingFolders
  const sandbox = await createSandbox({
    dataDir,
    seedDir,
    freshDates: true,
    host: '127.0.0.1',
    port: 0,
    clock: () => new Date(),
  })
  parentPort?.once('message', (message: unknown) => {
    if (message !== closeMessage) return
    void sandbox.close().finally(() => parentPort?.close())
  })
  tell({
    type: 'started',
    url: sandbox.url,
    pairingCode: sandbox.pairingCode,
    seedProblems: sandbox.seedProblems(),
  })
} catch (error) {
  tell({ type: 'failed', error: shape(error) })
}
