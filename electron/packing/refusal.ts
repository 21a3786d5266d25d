import type { PackAnswer, PackEvent } from '#shared/domain/pack-session.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { err, type Result } from '#shared/result.ts'

/** Why an act is refused, with the facts for the sentence. */
export interface Refusal {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number>>
}

/** Makes the event of an act inside the transaction that will commit it, or refuses. */
export type EventMaker = () => Result<PackEvent, Refusal>

export const refuse = (code: ErrorCode, details: Refusal['details'] = {}) => err({ code, details })

export const plainAnswer = (outcome: PackAnswer['outcome']): PackAnswer => ({
  outcome,
  sku: null,
  units: 0,
  facts: {},
})

export const refusalAnswer = ({ code, details }: Refusal): PackAnswer => ({
  ...plainAnswer('refused'),
  facts: { ...details, error: code },
})
