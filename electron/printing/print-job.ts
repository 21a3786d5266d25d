import type { MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import type { ErrorShape } from '#shared/errors.ts'

/** One label of a mark set in the print journal. */
export interface PrintJob extends MarkLabel {
  readonly jobId: number
  readonly cartonCode: CartonCode
  readonly revision: number
  readonly printerId: string
  readonly state: PrintState
  /** Why it is failed or uncertain. */
  readonly problem: ErrorShape | null
  /** Of the bytes, lower-case hex; null until they are rendered. */
  readonly sha256: string | null
  /** Why a copy was asked for. */
  readonly reason: string | null
  /** Why it was taken back; null unless it is withdrawn. */
  readonly withdrawnReason: string | null
  /** ISO 8601 with offset, for display. */
  readonly createdAt: string
  /** When it came into its state. */
  readonly changedAt: string
}
