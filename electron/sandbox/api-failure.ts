import type { ApiErrorCode } from '#shared/contract/linkstar-api.ts'

type Details = Readonly<Record<string, unknown>>

/** A request that is answered with an error of the contract. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: ApiErrorCode
  readonly details: Details

  constructor(code: ApiErrorCode, message: string, details: Details = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
