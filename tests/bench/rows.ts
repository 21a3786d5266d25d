import type { BenchRow } from './bench-row.ts'
import { caseLoop } from './case-loop.ts'
import { escposPicture } from './escpos-picture.ts'
import { queuedLabels, sealToLabel } from './label-delivery.ts'
import { labelMemory } from './label-memory.ts'
import { largeOrderToPaint } from './large-order.ts'
import { outboxReplay } from './outbox-replay.ts'
import { paintUnderLoad } from './paint-under-load.ts'
import { scaleParsers } from './scale-parsers.ts'
import { scanAtScale } from './scan-at-scale.ts'
import { scanToPaint, serialToPaint } from './scan-to-paint.ts'
import { scanTransaction } from './scan-transaction.ts'
import { startAndMemory } from './start-and-memory.ts'
import { zplFields } from './zpl-fields.ts'
import { zplPicture } from './zpl-picture.ts'

/** Every comparison by the name it can be asked for, in the order of the table. */
export const benchRows: Readonly<Record<string, BenchRow>> = {
  'scan-transaction': scanTransaction,
  'scan-at-scale': scanAtScale,
  'scan-to-paint': scanToPaint,
  'serial-to-paint': serialToPaint,
  'large-order': largeOrderToPaint,
  'case-loop': caseLoop,
  'paint-under-load': paintUnderLoad,
  'outbox-replay': outboxReplay,
  'start-and-memory': startAndMemory,
  'zpl-fields': zplFields,
  'escpos-picture': escposPicture,
  'zpl-picture': zplPicture,
  'label-memory': labelMemory,
  'seal-to-label': sealToLabel,
  'queued-labels': queuedLabels,
  'scale-parsers': scaleParsers,
}
