import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import type { Store } from './store.ts'
import type { StoreJob, StoreJobOutcome } from './store-job.ts'

interface StoreCareParts {
  readonly store: Store
  /** Of `store-worker`. */
  readonly workerUrl: URL
  /** Calls `tick` every so many milliseconds. @returns stops it */
  readonly every: (ms: number, tick: () => void) => () => void
  readonly backupEveryMs?: number
  /** backup-failed, each time it fails. The next one is tried as if nothing had happened. */
  readonly failed: (error: AppError) => void
  /** A verified backup is in place. */
  readonly backedUp: (name: string) => void
}

/** Looks after an open store: backups while it works, and the full check after a run that was never ended. */
export interface StoreCare {
  /** Backs up when anything changed since the last backup; one at a time. */
  backUp(): Promise<void>
  /** Makes a last backup. Call it before the store is closed. */
  close(): Promise<void>
}

const defaultBackupEveryMs = 10 * 60_000

const runJob = (workerUrl: URL, job: StoreJob): Promise<StoreJobOutcome> =>
  new Promise((resolve) => {
    const worker = new Worker(workerUrl, { workerData: job })
    const fail = (message: string): void => resolve({ kind: 'failed', code: 'WORKER', message })
    worker.once('message', resolve)
    worker.once('error', (error) => fail(String(error)))
    worker.once('exit', () => fail('the worker ended without an answer'))
  })

export const createStoreCare = (parts: StoreCareParts): StoreCare => {
  const { store, workerUrl } = parts
  /** Of the store when it was last backed up; -1 stands for a backup that is missing. */
  let savedAt = store.endedUncleanly ? -1 : store.changes()
  let running: Promise<unknown> = Promise.resolve()

  const run = async (kind: StoreJob['kind']): Promise<void> => {
    const changes = store.changes()
    if (store.isDamaged() || (kind === 'backup' && changes === savedAt)) return
    const outcome = await runJob(workerUrl, { kind, file: store.file })
    if (outcome.kind === 'damaged') store.declareDamaged(outcome.what)
    else if (outcome.kind === 'failed') {
      parts.failed(
        new AppError('backup-failed', outcome.message, {
          details: { file: store.file, fault: outcome.code },
          retryable: true,
        }),
      )
    } else if (outcome.backup !== null) {
      savedAt = changes
      parts.backedUp(outcome.backup.name)
    }
  }
  const queue = (kind: StoreJob['kind']): Promise<void> => {
    const next = running.then(() => run(kind))
    running = next
    return next
  }

  // Minutes of work may hang on it, so it runs beside the packing; the quick check has passed before.
  if (store.endedUncleanly) void queue('check')
  const stop = parts.every(parts.backupEveryMs ?? defaultBackupEveryMs, () => void queue('backup'))
  return {
    backUp: () => queue('backup'),
    close: () => {
      stop()
      return queue('backup')
    },
  }
}
