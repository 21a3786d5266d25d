import type { ErrorShape } from '#shared/errors.ts'
import type { SeedProblem } from './seed-file.ts'

// What goes between the app and the worker thread that runs the training server.

export interface TrainingFolders {
  readonly dataDir: string
  readonly seedDir: string
}

export interface TrainingStarted {
  readonly type: 'started'
  readonly url: string
  readonly pairingCode: string
  readonly seedProblems: readonly SeedProblem[]
}

export type TrainingMessage =
  | TrainingStarted
  | { readonly type: 'failed'; readonly error: ErrorShape }

export const closeMessage = 'close'
