import type { SyncView } from '#shared/contract/views.ts'
import type { Outbox } from './outbox.ts'
import type { TakenPhotos } from './photo-uploads.ts'

/** What the server does not have yet, commands and photos alike. */
export const pendingOf = (
  outbox: Pick<Outbox, 'pendingCount' | 'oldestPendingAt'>,
  photos: Pick<TakenPhotos, 'waiting' | 'waitingCount'>,
): Pick<SyncView, 'pending' | 'oldestPendingAt'> => {
  const oldest = [outbox.oldestPendingAt(), photos.waiting()?.at ?? null]
    .filter((at) => at !== null)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))
  return {
    pending: outbox.pendingCount() + photos.waitingCount(),
    oldestPendingAt: oldest[0] ?? null,
  }
}
