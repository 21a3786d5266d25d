import type { PrinterStatus } from '#shared/domain/printer-status.ts'
import { cpclQuery, isCpclStatus, readCpclStatus } from './cpcl-status.ts'
import { escposQuery, isEscposStatus, readEscposStatus } from './escpos-status.ts'
import { isTsplStatus, readTsplStatus, tsplQuery } from './tspl-status.ts'
import { isZebraStatus, readZebraStatus, zebraQuery } from './zebra-status.ts'

/** How printers of one language are asked how they are. Replies are latin1 text, a character a byte. */
export interface StatusDialect {
  readonly query: string
  readonly read: (reply: string) => PrinterStatus
  /** Nothing more is awaited. */
  readonly isWhole: (reply: string) => boolean
}

export const statusDialects = {
  zpl: { query: zebraQuery, read: readZebraStatus, isWhole: isZebraStatus },
  tspl: { query: tsplQuery, read: readTsplStatus, isWhole: isTsplStatus },
  escpos: { query: escposQuery, read: readEscposStatus, isWhole: isEscposStatus },
  cpcl: { query: cpclQuery, read: readCpclStatus, isWhole: isCpclStatus },
} as const satisfies Record<string, StatusDialect>
