import { type ImageType, imageTypeOf } from './image-type.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Photo {
  readonly bytes: Uint8Array
  readonly type: ImageType
}

/** A photo shows what goods look like: more is for a shop window. */
const largest = 1024 * 1024
const timeoutMs = 15_000

/** Why there is no photo, in a few words for the log. */
export class NoPhoto extends Error {}

const isSecure = (url: string): boolean => url.startsWith('https:')

const readUpTo = async (body: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > largest) throw new NoPhoto(`it is larger than ${largest} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Fetches a picture. The address comes from a seller: only https, nothing of ours goes along, and what comes back is taken
 * for a picture only by its own bytes. Throws NoPhoto, or what `fetch` throws.
 */
export const fetchPhoto = async (
  fetch: Fetch,
  url: string,
  closing: AbortSignal,
): Promise<Photo> => {
  if (!isSecure(url)) throw new NoPhoto('its address is not https')
  const response = await fetch(url, {
    credentials: 'omit',
    redirect: 'follow',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
  })
  if (response.url !== '' && !isSecure(response.url))
    throw new NoPhoto('it was led away from https')
  if (!response.ok || response.body === null) throw new NoPhoto(`the answer was ${response.status}`)
  const bytes = await readUpTo(response.body)
  const type = imageTypeOf(bytes)
  if (type === null) throw new NoPhoto('what came is no PNG, JPEG or WebP')
  return { bytes, type }
}
