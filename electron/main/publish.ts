import type { EventName } from '#shared/contract/channels.ts'
import type { EventPayload } from '#shared/contract/ipc.ts'

/** Tells the page what has changed; before there is a page nobody listens, and a snapshot tells it all later. */
export type Publish = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
