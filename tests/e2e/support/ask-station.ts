import type { Page } from '@playwright/test'
import type { RequestName } from '#shared/contract/channels.ts'
import type { Answer, RequestInput, RequestOutput } from '#shared/contract/ipc.ts'

interface Bridge {
  readonly station: { readonly requests: Record<string, (input: unknown) => Promise<unknown>> }
}

/** Asks the main process as the page does, through the bridge: for devices that have no key, and for hostile pages. */
export const askStation = async <Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<Answer<RequestOutput<Name>>> => {
  const answer = await page.evaluate(
    ([request, value]) => {
      const { station } = globalThis as unknown as Bridge
      return station.requests[request]?.(value)
    },
    [name as string, input as unknown] as const,
  )
  return answer as Answer<RequestOutput<Name>>
}
