import { apiErrorSchema } from '#shared/contract/linkstar-api.ts'
import { AppError } from '#shared/errors.ts'
import type { ApiResponse } from './http-exchange.ts'

/** Why a call brought no answer, with what the worker needs to act on it. */
export interface ApiFailure {
  readonly error: AppError
  /** The API's own error code; null when it was not the API that spoke. */
  readonly apiCode: string | null
  readonly retryAfterMs: number | null
  /** `expected_seq` of a gap. */
  readonly expectedSeq: number | null
  /** `seq` of the command at fault. */
  readonly seq: number | null
}

const none = { apiCode: null, retryAfterMs: null, expectedSeq: null, seq: null }
/** A failure that no answer of the server stands behind. */
export const plainFailure = (error: AppError): ApiFailure => ({ ...none, error })

const wholeNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null

/** Node's names for certificates that do not prove whose they are: OpenSSL's X509_V_ERR_* and its own. */
const certificateFaults =
  /^(ERR_TLS_CERT|CERT_|(DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER|GET_CRL)|INVALID_CA|HOSTNAME_MISMATCH)/

export const unreachable = (url: string, cause: unknown): ApiFailure => {
  const reason = cause instanceof Error ? rootReason(cause) : String(cause)
  const code = certificateFaults.test(reason) ? 'server-certificate' : 'server-unreachable'
  const error = new AppError(code, `${url}: ${reason}`, {
    details: { url, reason },
    retryable: true,
    cause,
  })
  return plainFailure(error)
}

/** fetch says only "fetch failed"; what failed is in its cause. */
const rootReason = (error: Error): string => {
  const { cause } = error
  if (cause instanceof Error) return rootReason(cause)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'TimeoutError' ? 'timeout' : error.message
}

/** Networks that want a sign-in first send elsewhere or show a page; 511 is their own status (RFC 6585). */
const isWebPage = ({ status, contentType }: ApiResponse): boolean =>
  status === 511 ||
  (status >= 300 && status < 400) ||
  (status < 300 && /^(text\/html|application\/xhtml)/i.test(contentType))

/** Something answered in the server's place: a captive portal, a proxy, another service. */
export const notLinkstar = (response: ApiResponse, reason: string): ApiFailure => {
  const { url, status, contentType } = response
  const code = isWebPage(response) ? 'server-web-page' : 'server-not-linkstar'
  const error = new AppError(code, `${url} answered ${status}: ${reason}`, {
    details: { url, status, contentType, reason },
    retryable: true,
  })
  return plainFailure(error)
}

const busy: ReadonlySet<number> = new Set([408, 425, 429, 503])

const codeOf = (status: number) => {
  if (busy.has(status)) return 'server-busy'
  return status >= 500 ? 'server-failing' : 'server-refused'
}

/** A status of 300 or more. Gateways speak for the server when it is down, so 429 and 5xx count without its words. */
export const refusal = (response: ApiResponse): ApiFailure => {
  const { url, status, retryAfterMs } = response
  const retryable = status >= 500 || busy.has(status)
  const parsed = apiErrorSchema.safeParse(response.json)
  if (!parsed.success && (!retryable || isWebPage(response)))
    return notLinkstar(response, 'not an error of the Linkstar API')
  const told = parsed.success ? parsed.data.error : null
  const error = new AppError(codeOf(status), `${url}: ${status} ${told?.message ?? ''}`.trim(), {
    details: { url, status, reason: told?.code ?? `http-${status}` },
    retryable,
  })
  return {
    error,
    apiCode: told?.code ?? null,
    retryAfterMs,
    expectedSeq: wholeNumber(told?.details['expected_seq']),
    seq: wholeNumber(told?.details['seq']),
  }
}
