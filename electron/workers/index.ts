export { createWorkerCalls } from './worker-calls.ts'
export type { WorkerCalls } from './worker-calls.ts'
export { serveCalls } from './serve-calls.ts'
