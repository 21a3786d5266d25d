import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { type PrintState, printStates } from '#shared/domain/print-journal.ts'
import { AppError, type ErrorShape } from '#shared/errors.ts'
import { errorShapeSchema } from '#shared/contract/views.ts'
import type { JobRow } from './journal-statements.ts'
import { parseMarkInput } from './parse-label.ts'
import type { PrintJob } from './print-job.ts'

const stateOf = (text: string): PrintState => {
  const state = printStates.find((candidate) => candidate === text)
  if (state === undefined) throw new AppError('store-corrupt', `print job in state ${text}`)
  return state
}

const problemOf = (text: string | null): ErrorShape | null =>
  text === null ? null : errorShapeSchema.parse(JSON.parse(text))

/** The mark itself is read apart, by `markOf`: a list of jobs has no use for it. */
export const jobOf = (row: Omit<JobRow, 'mark'>): PrintJob => ({
  jobId: row.id,
  cartonCode: row.carton_code as CartonCode,
  revision: row.revision,
  side: row.side === 1 ? 1 : 2,
  page: row.page,
  copy: row.copy,
  printerId: row.printer_id,
  state: stateOf(row.state),
  problem: problemOf(row.problem),
  sha256: row.sha256,
  reason: row.reason,
  withdrawnReason: row.withdrawn_reason,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

/**
 * What the label says, as it was stored with its job.
 * @throws AppError invalid-input
 */
export const markOf = (row: Pick<JobRow, 'mark'>): BoxMarkInput =>
  parseMarkInput(JSON.parse(row.mark))
