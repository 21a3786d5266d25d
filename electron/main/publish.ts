import type { EventName } from '#shared/contract/channels.ts'
import type { EventPayload } from '#shared/contract/ipc.ts'

/** Tells the page what has changed; before there is a page nobody listens, and a snapshot tells it all later. */
export type Publish = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void

/**
 * Keeps news until the work that made them is over, and their order. Electron runs promise continuations while it sends:
 * in the middle of a commit they would find it half done, and their news would overtake its own.
 */
export const publishLater = (send: Publish): Publish => {
  let waiting: (() => void)[] = []
  const sendAll = (): void => {
    const now = waiting
    waiting = []
    for (const each of now) each()
  }
  return (name, payload) => {
    if (waiting.length === 0) setImmediate(sendAll)
    waiting.push(() => send(name, payload))
  }
}
