import type { EventName, RequestName } from '#shared/contract/channels.ts'
import type { Answer, EventPayload, StationClient } from '#shared/contract/ipc.ts'

type Asked = { readonly name: RequestName; readonly input: unknown }
type Answers = Partial<Record<RequestName, (input: unknown) => Answer<unknown>>>

/** The main process as the page sees it: answers as told, and events on demand. */
export const standInStation = (answers: Answers) => {
  const asked: Asked[] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const requests = new Proxy(
    {},
    {
      get: (_target, name: RequestName) => (input: unknown) => {
        asked.push({ name, input })
        const answer = answers[name]?.(input) ?? { ok: true, value: undefined }
        return Promise.resolve(answer)
      },
    },
  ) as StationClient['requests']
  const on = new Proxy(
    {},
    {
      get: (_target, name: EventName) => (listener: (payload: never) => void) => {
        const known = listeners.get(name) ?? new Set()
        listeners.set(name, known.add(listener))
        return () => known.delete(listener)
      },
    },
  ) as StationClient['on']
  return {
    client: { requests, on } satisfies StationClient,
    asked,
    emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
  }
}
