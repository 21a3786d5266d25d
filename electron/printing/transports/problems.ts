import { AppError, type ErrorDetails } from '#shared/errors.ts'
import type { SendOutcome } from './transport.ts'

const reasonOf = (cause: unknown): string => {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  return cause instanceof Error ? cause.message : String(cause)
}

export const unreachableError = (cause: unknown, details: ErrorDetails): AppError =>
  new AppError('printer-unreachable', reasonOf(cause), {
    details: { ...details, reason: reasonOf(cause) },
    retryable: true,
    cause,
  })

/** No byte left. */
export const unreachable = (cause: unknown, details: ErrorDetails): SendOutcome => ({
  kind: 'nothing-left',
  problem: unreachableError(cause, details),
})

/** Bytes left, and then something went wrong. */
export const interrupted = (cause: unknown, details: ErrorDetails): SendOutcome => ({
  kind: 'uncertain',
  problem: new AppError('printer-interrupted', reasonOf(cause), {
    details: { ...details, reason: reasonOf(cause) },
    cause,
  }),
})
