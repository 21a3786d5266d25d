import { createWorkerCalls } from '#electron/workers/index.ts'
import type { SheetAnswers, SheetQuestion, SheetQuestions } from './sheet-calls.ts'

/** Reading and writing of sheets in a worker: a scan never waits for a file. */
export interface SheetWork {
  /** Rejects with what `answerSheetCall` throws, or a retryable `internal` when the worker died of the file. */
  ask<Kind extends keyof SheetQuestions>(
    kind: Kind,
    asked: SheetQuestions[Kind],
  ): Promise<SheetAnswers[Kind]>
  close(): Promise<void>
}

export const createSheetWork = (workerUrl: URL): SheetWork => {
  const calls = createWorkerCalls<SheetQuestion, unknown>(workerUrl)
  return {
    ask: async (kind, asked) => (await calls.call({ kind, asked } as SheetQuestion)) as never,
    close: calls.close,
  }
}
