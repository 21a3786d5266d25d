import type { Logger } from 'pino'
import type { OrderNo } from '#shared/domain/order.ts'
import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import type { SyncView } from '#shared/contract/views.ts'
import { createAuditLog } from '#electron/audit/index.ts'
import { startTrainingSandbox, type TrainingSandbox } from '#electron/sandbox/index.ts'
import type { Store } from '#electron/store/index.ts'
import {
  afterTimeout,
  createSyncHealth,
  createTokenKeeping,
  type KeptCredentials,
  type LeaseBook,
  type Outbox,
  pendingOf,
  type RightsBook,
  startSyncWorker,
  type SyncTiming,
  type SyncWorker,
  type TakenPhotos,
  type TokenConsent,
} from '#electron/sync/index.ts'
import { asAppError } from './problem.ts'

/** Where the server is: an address to call, or a training server of our own to start first. */
export type ServerPlace =
  | { readonly kind: 'address'; readonly url: string; readonly pairingCode: string | null }
  | {
      readonly kind: 'training'
      readonly workerUrl: URL
      readonly dataDir: string
      readonly seedDir: string
    }

interface LineParts {
  readonly place: ServerPlace
  readonly store: Store
  readonly outbox: Outbox
  readonly leases: LeaseBook
  readonly rights: RightsBook
  readonly photos: TakenPhotos
  readonly stationName: string
  readonly credentials: KeptCredentials
  readonly timing: SyncTiming
  readonly clock: () => Date
  readonly log: Logger
  readonly isPacking: () => boolean
  readonly syncChanged: (view: SyncView) => void
  readonly ordersChanged: (orders: readonly OrderNo[]) => void
}

/** The station's line to Linkstar. It opens in the background and never makes anybody wait. */
export interface LinkstarLine {
  status(): SyncView
  health(): SyncHealthView
  wake(): void
  retry(): void
  /**
   * Tries to enrol with this pairing code.
   * @throws AppError token-unprotected when this computer cannot protect the token and nobody has accepted that
   */
  enrol(pairingCode: string, consent?: TokenConsent): void
  close(): Promise<void>
}

/** Who has answered already for a token that may not be protected. */
const voucher = (place: ServerPlace): 'settings' | 'training' | null => {
  if (place.kind === 'training') return 'training'
  return place.pairingCode === null ? null : 'settings'
}

export const openLinkstarLine = (parts: LineParts): LinkstarLine => {
  const { place, store, outbox, leases, rights, photos, clock, log } = parts
  const health = createSyncHealth(store, leases, photos)
  const keeping = createTokenKeeping({
    credentials: parts.credentials,
    audit: createAuditLog(store, clock),
    vouchedBy: voucher(place),
  })
  const since = clock().toISOString()
  let server: TrainingSandbox | null = null
  let worker: SyncWorker | null = null
  let failure: unknown = null
  let closed = false

  const status = (): SyncView =>
    worker?.status() ?? {
      state: failure === null ? 'connecting' : 'offline',
      since,
      ...pendingOf(outbox, photos),
      lastPullAt: null,
      problem: failure === null ? null : asAppError(failure).toShape(),
      codesLeft: leases.codesLeft(),
    }

  const connect = (url: string, pairingCode: string | null): void => {
    worker = startSyncWorker({
      store,
      outbox,
      leases,
      rights,
      photos,
      url,
      pairingCode,
      stationName: parts.stationName,
      credentials: keeping.credentials,
      fetch,
      clock,
      random: Math.random,
      after: afterTimeout,
      isPacking: parts.isPacking,
      ...parts.timing,
    })
    worker.onChange(parts.syncChanged)
    worker.onOrders(parts.ordersChanged)
  }

  const failed = (error: unknown): void => {
    log.error({ err: error }, 'the training server is not running')
    failure = error
    parts.syncChanged(status())
  }

  const open = async (): Promise<void> => {
    if (place.kind === 'address') {
      connect(place.url, place.pairingCode)
      return
    }
    const started = await startTrainingSandbox({ ...place, onFailure: failed })
    for (const problem of started.seedProblems)
      log.warn({ problem }, 'a training order is unusable')
    server = started
    if (closed) await started.close()
    else connect(started.url, started.pairingCode)
  }
  const opening = open().catch(failed)

  return {
    status,
    health: () =>
      health.view({
        sync: status(),
        serverUrl: place.kind === 'address' ? place.url : (server?.url ?? null),
        consentDue: keeping.consentDue(),
      }),
    wake: () => {
      if (worker === null) parts.syncChanged(status())
      else worker.wake()
    },
    retry: () => worker?.retry(),
    enrol: (pairingCode, consent) => {
      const isAsked = keeping.consentDue()
      keeping.allow(consent)
      if (isAsked) log.warn('an administrator accepts that the station token is not protected')
      worker?.enrol(pairingCode)
    },
    close: async () => {
      closed = true
      await opening
      await worker?.close()
      await server?.close()
    },
  }
}
