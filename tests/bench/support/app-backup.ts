import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreJobOutcome } from '#electron/store/store-job.ts'
import type { BenchApp } from './bench-app.ts'

const worker = join(import.meta.dirname, '../../../out/app/main/store-worker.js')

/** Backs up the store as the app does every ten minutes: its own worker, in a thread of the app. */
export const backUpInApp = async ({ electron }: BenchApp, file: string): Promise<void> => {
  if (!existsSync(file)) throw new Error(`there is no store ${file}`)
  const outcome = await electron.evaluate(
    (_electron, job) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads')
      return new Promise<StoreJobOutcome>((resolve, reject) => {
        const thread = new Worker(job.worker, { workerData: { kind: 'backup', file: job.file } })
        thread.once('message', resolve)
        thread.once('error', reject)
      })
    },
    { worker, file },
  )
  if (outcome.kind !== 'done') throw new Error(`the backup came to ${JSON.stringify(outcome)}`)
}
