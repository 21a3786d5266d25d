import { dirname } from 'node:path'
import { localTime } from '#electron/packing/index.ts'
import { createExceptionPhotos, type ExceptionPhotos } from '#electron/photos/index.ts'
import type { Store } from '#electron/store/index.ts'
import type { Outbox } from '#electron/sync/index.ts'

/** The photos of a station without the rest of it, kept beside its store; nobody signs in there. */
export const exceptionPhotosOf = (
  store: Store,
  outbox: Pick<Outbox, 'record'>,
  clock: () => Date,
  station: string,
): ExceptionPhotos =>
  createExceptionPhotos({
    store,
    home: dirname(store.file),
    record: outbox.record,
    operator: () => null,
    now: () => localTime(clock()),
    station,
  })
