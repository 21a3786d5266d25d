export { storeFault } from './faults.ts'
export { openStore } from './store.ts'
export type { Statement, Store } from './store.ts'
