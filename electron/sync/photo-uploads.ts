import type { OrderNo } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { ApiClient } from './api-client.ts'
import type { ApiFailure } from './api-failure.ts'
import type { Identity } from './enrolment.ts'
import type { Refusals } from './refusals.ts'

/** Photos that this station took, by the hash of their bytes. */
export interface TakenPhotos {
  /** The one that has waited longest to go to the server: its name, and when it was taken. */
  waiting(): { readonly sha256: string; readonly at: string } | null
  waitingCount(): number
  /** null where the file is gone, or is not what was kept. */
  read(sha256: string): { readonly body: Uint8Array; readonly type: string } | null
  uploaded(sha256: string): void
  /** The server will never take it. */
  refuse(sha256: string, why: { readonly code: string; readonly message: string }): void
  /** Newest first. */
  refused(limit: number): readonly {
    readonly id: number
    readonly orderNo: OrderNo
    readonly at: string
    readonly code: string
    readonly message: string
  }[]
}

interface Parts {
  readonly api: Pick<ApiClient, 'putDocument'>
  readonly photos: TakenPhotos
  readonly refusals: Refusals
  /** null until the station is enrolled. */
  readonly identity: () => Identity | null
  /** Fewer photos wait than before. */
  readonly moved: () => void
}

/** What is wrong with the photo itself: the server will not take it another time either. */
const final: ReadonlySet<string | null> = new Set([
  'document-differs',
  'media-type-refused',
  'body-too-large',
  'invalid-input',
])

/** The one command that is none: its refusals are told like those of the others. */
export const uploadType = 'photo-upload'

/** Sends photos up, one after another, until none waits or one fails; facts and pulls do not wait for it. */
export const createPhotoUploads = ({ api, photos, refusals, identity, moved }: Parts) => {
  const refuse = (sha256: string, code: string, message: string): void => {
    photos.refuse(sha256, { code, message })
    const details = { reason: code, type: uploadType, seq: 0, orderNo: null, cartonCode: null }
    const error = new AppError('server-refused', `photo ${sha256}: ${message}`, { details })
    refusals.tell(sha256, error.toShape())
    moved()
  }

  return async (): Promise<ApiFailure | null> => {
    for (let next = photos.waiting(); next !== null; next = photos.waiting()) {
      const known = identity()
      if (known === null) return null
      const { sha256 } = next
      const photo = photos.read(sha256)
      if (photo === null) {
        refuse(sha256, 'photo-lost', 'its file is gone or was touched')
        continue
      }
      const answer = await api.putDocument(known.token, { hash: sha256, ...photo })
      if (answer.ok) {
        photos.uploaded(sha256)
        refusals.settle(uploadType)
        moved()
      } else if (final.has(answer.error.apiCode)) {
        refuse(sha256, answer.error.apiCode ?? '', answer.error.error.message)
      } else {
        refusals.tell(uploadType, answer.error.error.toShape())
        moved()
        return answer.error
      }
    }
    return null
  }
}
