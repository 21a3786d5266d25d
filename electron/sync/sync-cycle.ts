import type { OrderNo } from '#shared/domain/order.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { ApiClient } from './api-client.ts'
import { type ApiFailure, plainFailure } from './api-failure.ts'
import type { EnrolmentDesk, Identity } from './enrolment.ts'
import type { Pull } from './pull.ts'
import { pullFeeds } from './pull-feeds.ts'
import type { PulledSku } from './pulled-orders.ts'
import type { Push } from './push.ts'

/** One round with the server: enrol if needed, push, pull if due, push what the pull asked for. */
export type SyncCycle = (wish: {
  /** Somebody asked for it and may want the station enrolled again. */
  readonly asked: boolean
  readonly pull: boolean
}) => Promise<ApiFailure | null>

export interface CycleListener {
  /** The server answered as it should, and its answer is stored. */
  worked(): void
  /** Something was stored; these orders changed. */
  stored(changedOrders: readonly OrderNo[]): void
  sku(pulled: PulledSku): void
}

interface Parts {
  readonly api: ApiClient
  readonly desk: EnrolmentDesk
  readonly push: Push
  readonly pull: Pull
  readonly listener: CycleListener
  /** Between two pages of a pull: the computer is somebody else's for a while. */
  readonly rest: () => Promise<void>
}

const tokenEnded: ReadonlySet<string | null> = new Set([
  'unauthenticated',
  'epoch-stale',
  'station-mismatch',
  'station-unknown',
])

const mayPull: ReadonlySet<ErrorCode> = new Set(['server-refused', 'server-failing'])

const enrolAgain = (failure: ApiFailure): ApiFailure => ({
  ...failure,
  error: new AppError('enrol-again', failure.error.message, {
    details: { ...failure.error.details, enrolAgain: true },
    cause: failure.error,
  }),
})

export const createSyncCycle = ({ api, desk, push, pull, listener, rest }: Parts): SyncCycle => {
  const worked = (orders: readonly OrderNo[]): void => {
    listener.worked()
    listener.stored(orders)
  }
  const pushAll = ({ station, token }: Identity): Promise<ApiFailure | null> =>
    push(station, token, () => worked([]))
  const round = async (identity: Identity, withPull: boolean): Promise<ApiFailure | null> => {
    const pushFailure = await pushAll(identity)
    // An unreachable or busy server is not asked twice; one that takes no outbox may still have orders for us.
    if (pushFailure !== null && !mayPull.has(pushFailure.error.code)) return pushFailure
    if (!withPull || tokenEnded.has(pushFailure?.apiCode ?? null)) return pushFailure
    const pullFailure = await pullFeeds(api, pull, identity.token, {
      page: (orders) => {
        if (pushFailure === null) worked(orders)
        else listener.stored(orders)
      },
      sku: (pulled) => listener.sku(pulled),
      between: async () => {
        await rest()
        // What was packed meanwhile, or is asked for, waits for no long pull.
        return pushFailure === null ? pushAll(identity) : null
      },
    })
    return pushFailure ?? pullFailure ?? (await pushAll(identity))
  }

  return async ({ asked, pull: withPull }) => {
    try {
      const identity = await desk.identity(asked)
      if (!identity.ok) return identity.error
      const failure = await round(identity.value, withPull)
      if (failure === null || !tokenEnded.has(failure.apiCode)) return failure
      return desk.tokenEnded() ?? enrolAgain(failure)
    } catch (error) {
      if (error instanceof AppError) return plainFailure(error)
      const message = error instanceof Error ? error.message : String(error)
      return plainFailure(new AppError('internal', message, { cause: error }))
    }
  }
}
