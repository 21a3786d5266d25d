import type { BenchRow } from './bench-row.ts'
import { outboxReplay } from './outbox-replay.ts'
import { paintUnderLoad } from './paint-under-load.ts'
import { scanAtScale } from './scan-at-scale.ts'
import { scanToPaint } from './scan-to-paint.ts'
import { scanTransaction } from './scan-transaction.ts'
import { startAndMemory } from './start-and-memory.ts'

/** Every comparison by the name it can be asked for, in the order of the table. */
export const benchRows: Readonly<Record<string, BenchRow>> = {
  'scan-transaction': scanTransaction,
  'scan-at-scale': scanAtScale,
  'scan-to-paint': scanToPaint,
  'paint-under-load': paintUnderLoad,
  'outbox-replay': outboxReplay,
  'start-and-memory': startAndMemory,
}
