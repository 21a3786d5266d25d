export { createScanQueue, type RawScan, type ScanQueue } from './scan-queue.ts'
export type { Scale, ScaleState } from './scales/scale.ts'
export { createVirtualScale, type Ticker, type VirtualScale } from './scales/virtual-scale.ts'
