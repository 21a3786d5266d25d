import { parentPort, workerData } from 'node:worker_threads'
import { runStoreJob, type StoreJob } from './store-job.ts'

parentPort?.postMessage(await runStoreJob(workerData as StoreJob))
