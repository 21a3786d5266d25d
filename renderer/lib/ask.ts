import type { RequestName } from '#shared/contract/channels.ts'
import type { Answer, RequestInput, RequestOutput, StationClient } from '#shared/contract/ipc.ts'

declare global {
  interface Window {
    /** Exposed by the preload script. */
    readonly station: StationClient
  }
}

export type Ask = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<Answer<RequestOutput<Name>>>

/** Makes a request; a bridge that breaks is an answer too, so callers handle one kind of failure. */
export const askOf =
  (client: StationClient): Ask =>
  async (name, input) => {
    try {
      return await client.requests[name](input)
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault)
      return { ok: false, error: { code: 'internal', message, details: {}, retryable: true } }
    }
  }
