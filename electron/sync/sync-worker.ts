import type { SyncView } from '#shared/contract/views.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import { createApiClient } from './api-client.ts'
import type { ApiFailure } from './api-failure.ts'
import { backoffMs, type BackoffLimits } from './backoff.ts'
import { createCommandLog } from './command-log.ts'
import { createConnection } from './connection.ts'
import type { Credentials } from './credential.ts'
import { createEnrolmentDesk } from './enrolment.ts'
import type { Fetch } from './http-exchange.ts'
import type { LeaseBook, Supplied } from './leases.ts'
import { createNews } from './news.ts'
import type { Outbox } from './outbox.ts'
import { createOrderAnswers } from './order-answers.ts'
import { createOutboxAnswers } from './outbox-answers.ts'
import { createPhotoUploads, type TakenPhotos } from './photo-uploads.ts'
import { createPull } from './pull.ts'
import { createPush } from './push.ts'
import { createRefusals, storedRefusal } from './refusals.ts'
import type { RightsBook } from './rights.ts'
import { pendingOf } from './pending.ts'
import { createStationRecords } from './station-record.ts'
import { createSyncCycle } from './sync-cycle.ts'
import { createSyncLoop } from './sync-loop.ts'
import { type After, pause } from './timer.ts'

/** How patient the line to the server is; what is left out is as in the field. */
export interface SyncTiming {
  /** Milliseconds between two looks for changes. */
  readonly pollMs?: number
  /** Milliseconds between two pages of a pull while somebody packs. */
  readonly restMs?: number
  /** Milliseconds a whole answer may take. */
  readonly timeoutMs?: number
  readonly backoff?: BackoffLimits
}

export interface SyncWorkerOptions extends SyncTiming {
  readonly store: Store
  readonly outbox: Outbox
  readonly leases: LeaseBook
  readonly rights: RightsBook
  readonly photos: TakenPhotos
  /** The server's address, without `/v1`. */
  readonly url: string
  /** null: the station cannot enrol, but works on when it is enrolled. */
  readonly pairingCode: string | null
  readonly stationName: string
  readonly credentials: Credentials
  readonly fetch: Fetch
  /** Wall clock, for display only. */
  readonly clock: () => Date
  /** 0 ≤ n < 1 */
  readonly random: () => number
  readonly after: After
  /** Somebody packs: a long pull leaves the computer to them again and again. */
  readonly isPacking: () => boolean
}

/** Keeps the station and the server alike, in the background. Nothing waits for it. */
export interface SyncWorker {
  status(): SyncView
  /** Called after every change of `status`. @returns stops it */
  onChange(listener: (view: SyncView) => void): () => void
  /** Called when a pull took or refused these orders. @returns stops it */
  onOrders(listener: (changed: readonly OrderNo[]) => void): () => void
  /** Something was recorded: call it after the commit. */
  wake(): void
  /** Somebody does not want to wait: try now, and offer the pairing code again if the token has ended. */
  retry(): void
  /** Tries to enrol with this pairing code. */
  enrol(pairingCode: string): void
  /** Aborts what is in flight; afterwards the store is no longer touched. */
  close(): Promise<void>
}

export const fieldTiming = {
  /** A line that is cut is noticed by the next look: nobody should read for longer that it stands. */
  pollMs: 1_000,
  /** As long as some pages take to be fetched and stored. */
  restMs: 50,
  backoff: { base: 500, cap: 15_000 },
} as const satisfies SyncTiming

export const startSyncWorker = (options: SyncWorkerOptions): SyncWorker => {
  const { store, outbox, leases, rights, photos, url, fetch, clock } = options
  const { restMs = fieldTiming.restMs } = options
  const closing = new AbortController()
  const connection = createConnection(clock)
  const refusals = createRefusals()
  const log = createCommandLog(store)
  const stations = createStationRecords(store)
  const answered = createOrderAnswers(store)
  const answers = createOutboxAnswers({
    store,
    log,
    outbox,
    leases,
    rights,
    orders: answered,
    refusals,
  })
  const topUp = (orders: Supplied): void => {
    leases.topUp(orders)
    rights.topUp(orders)
  }
  const pull = createPull(store, topUp, clock)
  const views = createNews<SyncView>()
  const orders = createNews<readonly OrderNo[]>()
  const api = createApiClient({
    url,
    fetch,
    clock,
    closing: closing.signal,
    after: options.after,
    onSilence: () => {
      connection.silent()
      tell()
    },
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  })
  let lastPullAt = pull.lastSavedAt()
  let told = ''

  const status = (): SyncView => ({
    state: connection.state,
    since: connection.since,
    ...pendingOf(outbox, photos),
    lastPullAt,
    problem: connection.problem ?? refusals.last(),
    codesLeft: leases.codesLeft(),
  })
  const tell = (): void => {
    const view = status()
    const text = JSON.stringify(view)
    if (text === told) return
    told = text
    views.tell(view)
  }

  const station = stations.read()
  const refused = station === null ? null : log.newestRefused(station.epoch, station.lastSeq)
  if (refused !== null) storedRefusal(refusals, refused)

  const desk = createEnrolmentDesk({
    api,
    stations,
    credentials: options.credentials,
    pairingCode: options.pairingCode,
    stationName: options.stationName,
    holdsFacts: log.holdsFacts,
    begin: (stationId, epoch) =>
      store.transaction(() => {
        stations.write(stationId, epoch)
        leases.burn()
        rights.burn()
        answers.carryOver(epoch)
        topUp('all')
      }),
  })
  const cycle = createSyncCycle({
    api,
    pull,
    push: createPush(api, log, answers, outbox, store.force),
    desk,
    rest: async () => {
      if (options.isPacking()) await pause(options.after, restMs, closing.signal)
    },
    listener: {
      worked: connection.worked,
      stored: (pulled) => {
        tell()
        const changed = [...pulled, ...answered.takeChanged()]
        if (changed.length > 0) orders.tell(changed)
      },
      sku: ({ sku, problem }) => {
        if (problem === null) refusals.settle(`sku ${sku}`)
        else refusals.tell(`sku ${sku}`, problem.toShape())
      },
    },
  })
  const { backoff: limits = fieldTiming.backoff } = options
  const patience = {
    after: options.after,
    closing: closing.signal,
    waitAfter: (failure: ApiFailure, failures: number) =>
      Math.max(backoffMs(failures, options.random(), limits), failure.retryAfterMs ?? 0),
  }
  const upload = createPhotoUploads({ api, photos, refusals, identity: desk.known, moved: tell })
  const uploads = createSyncLoop({
    ...patience,
    // Whether the line stands is found out by what is small, which goes first.
    pollMs: null,
    cycle: () => (connection.state === 'online' ? upload() : Promise.resolve(null)),
  })
  const loop = createSyncLoop({
    ...patience,
    pollMs: options.pollMs ?? fieldTiming.pollMs,
    cycle: async (wish) => {
      const failure = await cycle(wish)
      if (closing.signal.aborted) return failure
      if (failure !== null) connection.failed(failure.error.toShape())
      else {
        if (wish.pull) lastPullAt = clock().toISOString()
        if (photos.waiting() !== null) uploads.wake()
      }
      tell()
      return failure
    },
  })

  return {
    status,
    onChange: views.subscribe,
    onOrders: orders.subscribe,
    wake: () => {
      tell()
      loop.wake()
    },
    retry: () => {
      leases.forgetRefusals()
      rights.forgetRefusals()
      loop.retry()
      uploads.retry()
    },
    enrol: (pairingCode) => {
      desk.offer(pairingCode)
      loop.retry()
    },
    close: async () => {
      closing.abort()
      await Promise.all([loop.ended(), uploads.ended()])
    },
  }
}
