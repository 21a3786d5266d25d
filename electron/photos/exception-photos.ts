import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '#shared/domain/facts.ts'
import { mostPhotos } from '#shared/domain/goods-exception.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import { keepFile, type Store, storeFault } from '#electron/store/index.ts'
import { createExceptionPhotoRecords, type RefusedPhoto } from './exception-photo-records.ts'
import { imageTypeOf } from './image-type.ts'
import { keptPhotoPath } from './sku-photos.ts'

interface PhotoParts {
  readonly store: Store
  /** The data folder: they are kept in `documents/exception-photos`. */
  readonly home: string
  /** Adds a fact to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  /** Who is at the bench; null where nobody signs in. */
  readonly operator: () => string | null
  /** ISO 8601 with offset. */
  readonly now: () => string
  readonly station: string
}

/** Photos that packers took of goods that are not as the order expects. None is ever deleted. */
export interface ExceptionPhotos {
  /** How many an exception has. */
  countOf(exceptionId: number): number
  /**
   * Keeps a JPEG for good, with the fact that tells of it; the same bytes once more change nothing.
   * @returns where the page finds it
   * @throws AppError no-exception-noted, photos-full, photo-unreadable, photo-unkept, those of the store
   */
  keep(exceptionId: number, jpeg: Uint8Array): string
  /** Where the page finds them, by exception, oldest first. */
  ofOrder(orderNo: OrderNo): ReadonlyMap<number, readonly string[]>
  /** By its name, a hash of its bytes; null where there is none, or somebody touched it. */
  read(name: string): { readonly body: Uint8Array; readonly type: string } | null
  /** The one that has waited longest to go to the server: its name, and when it was taken. */
  waiting(): { readonly sha256: string; readonly at: string } | null
  waitingCount(): number
  uploaded(name: string): void
  /** The server will never take it. */
  refuse(name: string, why: Pick<RefusedPhoto, 'code' | 'message'>): void
  /** Newest first. */
  refused(limit: number): readonly RefusedPhoto[]
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const createExceptionPhotos = (parts: PhotoParts): ExceptionPhotos => {
  const { store, home } = parts
  const records = createExceptionPhotoRecords(store)
  const fileOf = (name: string): string =>
    join(home, 'documents', 'exception-photos', `${name}.jpeg`)

  const write = (name: string, jpeg: Uint8Array): void => {
    try {
      keepFile(fileOf(name), jpeg)
    } catch (cause) {
      const fault = storeFault(cause, fileOf(name))
      if (fault instanceof AppError) throw fault
      throw new AppError('photo-unkept', `cannot keep a photo: ${String(cause)}`, {
        cause,
        retryable: true,
      })
    }
  }

  const bytesOf = (name: string): Uint8Array | null => {
    try {
      return readFileSync(fileOf(name))
    } catch (error) {
      if (error instanceof Error && 'code' in error) return null
      throw error
    }
  }

  return {
    countOf: (id) => records.ofException(id).length,
    keep: (exceptionId, jpeg) => {
      const exception = records.exception(exceptionId)
      if (exception === null)
        throw new AppError('no-exception-noted', `no exception ${exceptionId}`)
      if (imageTypeOf(jpeg) !== 'jpeg')
        throw new AppError('photo-unreadable', 'what the camera gave is no JPEG')
      const sha256 = hashOf(jpeg)
      const there = records.ofException(exceptionId)
      if (there.includes(sha256)) return keptPhotoPath(sha256)
      if (there.length >= mostPhotos)
        throw new AppError('photos-full', `${there.length} photos`, { details: { mostPhotos } })
      // The file comes first: no row may ever tell of bytes that are not there.
      write(sha256, jpeg)
      const at = parts.now()
      const { length: bytes } = jpeg
      const { station } = parts
      const { orderNo } = exception
      store.transaction(() => {
        records.add({ exceptionId, sha256, bytes, operator: parts.operator(), at })
        parts.record({ type: 'exception-photo', orderNo, exception, sha256, bytes, station, at })
      })
      return keptPhotoPath(sha256)
    },
    ofOrder: (orderNo) =>
      new Map(
        Array.from(records.ofOrder(orderNo), ([id, names]) => [id, names.map(keptPhotoPath)]),
      ),
    read: (name) => {
      const body = records.isNamed(name) ? bytesOf(name) : null
      return body === null || hashOf(body) !== name ? null : { body, type: 'image/jpeg' }
    },
    waiting: records.oldest,
    waitingCount: records.waiting,
    uploaded: (name) => store.transaction(() => records.uploaded(name, parts.now())),
    refuse: (name, why) => store.transaction(() => records.refuse(name, why)),
    refused: records.refused,
  }
}
