import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '#electron/store/index.ts'
import { type Fetch, fetchPhoto, type Photo } from './fetch-photo.ts'
import { createPhotoRecords, type KeptPhoto } from './photo-records.ts'

interface PhotoParts {
  readonly store: Store
  /** The data folder: they are kept in `documents/photos`. */
  readonly home: string
  readonly fetch: Fetch
  readonly clock: () => Date
  /** No photo came from this address; null: none are looked for. */
  readonly failed: (error: unknown, url: string | null) => void
}

/** What goods look like: fetched in the background, kept for when there is no network. */
export interface SkuPhotos {
  /** Orders may have brought goods whose photo is not here yet. */
  look(): void
  /** By the name that the page knows it by, a hash of its address; null while there is none. */
  read(urlHash: string): Promise<{ readonly body: Uint8Array; readonly type: string } | null>
  close(): Promise<void>
}

/** At most a megabyte each. */
const mostPhotos = 4_000
const tryAgainAfterMs = 6 * 3_600_000

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

/** The path at the page's own origin of a photo of this name. */
export const keptPhotoPath = (name: string): string => `/photo/${name}`
/** Where a seller's photo is found there: never by the seller's address. */
export const photoPath = (url: string): string => keptPhotoPath(sha256(url))

export const createSkuPhotos = ({ store, home, fetch, clock, failed }: PhotoParts): SkuPhotos => {
  const records = createPhotoRecords(store)
  const folder = join(home, 'documents', 'photos')
  const closing = new AbortController()
  let running: Promise<void> | null = null
  let isWanted = false

  const isClosing = (): boolean => closing.signal.aborted

  const fileOf = ({ sha256: name, type }: KeptPhoto): string => join(folder, `${name}.${type}`)

  const keep = async (urlHash: string, { bytes, type }: Photo): Promise<void> => {
    const photo = { sha256: sha256(bytes), type }
    const file = fileOf(photo)
    await mkdir(folder, { recursive: true })
    await writeFile(`${file}.part`, bytes)
    await rename(`${file}.part`, file)
    if (isClosing()) return
    records.keep(urlHash, photo, clock().toISOString())
    for (const old of records.prune(mostPhotos)) await rm(fileOf(old), { force: true })
  }

  const get = async (url: string): Promise<void> => {
    const urlHash = sha256(url)
    try {
      await keep(urlHash, await fetchPhoto(fetch, url, closing.signal))
    } catch (error) {
      if (isClosing()) return
      // Packing goes on without it; the drawing stands in its place.
      failed(error, url)
      const problem = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
      records.missed(urlHash, problem || 'unknown', clock().toISOString())
    }
  }

  const round = async (): Promise<void> => {
    while (isWanted && !isClosing()) {
      isWanted = false
      const since = new Date(clock().getTime() - tryAgainAfterMs).toISOString()
      const settled = records.settled(since)
      for (const url of records.wanted()) {
        if (isClosing()) return
        if (!settled.has(sha256(url))) await get(url)
      }
    }
  }

  return {
    look: () => {
      isWanted = true
      running ??= round()
        .catch((error: unknown) => failed(error, null))
        .finally(() => {
          running = null
        })
    },
    read: async (urlHash) => {
      const photo = records.find(urlHash)
      if (photo === null) return null
      const body = await readFile(fileOf(photo)).catch(() => null)
      if (body !== null && sha256(body) === photo.sha256)
        return { body, type: `image/${photo.type}` }
      // It is gone or was touched: it is fetched again.
      records.missed(urlHash, 'its file is damaged', new Date(0).toISOString())
      return null
    },
    close: async () => {
      closing.abort()
      await running
    },
  }
}
