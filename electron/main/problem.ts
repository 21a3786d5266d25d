import { AppError, type ErrorCode, type ErrorShape } from '#shared/errors.ts'

/** What the packer must know of at all times; the newest wins, and it goes when its cause has gone. */
export interface ProblemBoard {
  current(): ErrorShape | null
  raise(error: unknown): void
  /** A commit went through: the store is well again. */
  storeIsWell(): void
  /** This one has been put right. */
  settle(code: ErrorCode): void
}

export const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', String(error), { cause: error })

export const createProblemBoard = (
  changed: () => void,
  log: (error: unknown) => void,
): ProblemBoard => {
  let current: ErrorShape | null = null
  const settleIf = (isSettled: (code: ErrorCode) => boolean): void => {
    if (current === null || !isSettled(current.code)) return
    current = null
    changed()
  }
  return {
    current: () => current,
    raise: (error) => {
      log(error)
      current = asAppError(error).toShape()
      changed()
    },
    storeIsWell: () => settleIf((code) => code.startsWith('store-')),
    settle: (code) => settleIf((each) => each === code),
  }
}
