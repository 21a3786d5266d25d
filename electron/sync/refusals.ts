import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import { AppError, type ErrorShape } from '#shared/errors.ts'
import type { LoggedCommand } from './command-log.ts'
import { commandSubject } from './wire-requests.ts'

/** The sentence a refused command deserves: what, about which carton or order, and why. */
export const refusalShape = (
  { type, payload, seq }: LoggedCommand,
  result: Extract<CommandResult, { status: 'refused' }>,
): ErrorShape => {
  const { orderNo, code } = commandSubject(payload)
  return new AppError('server-refused', `${type} ${seq} was refused: ${result.message}`, {
    details: { reason: result.code, type, seq, orderNo, cartonCode: code },
  }).toShape()
}

/** The last refusal, until what was refused is granted after all. */
export interface Refusals {
  last(): ErrorShape | null
  tell(key: string, problem: ErrorShape): void
  settle(key: string): void
}

export const factsKey = 'fact'

/** Tells a refusal of an earlier run. */
export const storedRefusal = (refusals: Refusals, command: LoggedCommand): void => {
  const result = JSON.parse(command.result ?? '') as Extract<CommandResult, { status: 'refused' }>
  refusals.tell(factsKey, refusalShape(command, result))
}

export const createRefusals = (): Refusals => {
  let last: { readonly key: string; readonly problem: ErrorShape } | null = null
  return {
    last: () => last?.problem ?? null,
    tell: (key, problem) => {
      last = { key, problem }
    },
    settle: (key) => {
      if (last?.key === key) last = null
    },
  }
}
