import type { Context } from 'hono'
import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import { ApiFailure } from './api-failure.ts'

const inflateElsewhere = promisify(gunzip)
/** In bytes. Up to here inflating takes less time than handing it to another thread and back. */
const inflateHereTo = 16 * 1024

const inflate = async (bytes: Uint8Array, maxOutputLength: number): Promise<Uint8Array> =>
  bytes.length <= inflateHereTo
    ? gunzipSync(bytes, { maxOutputLength })
    : inflateElsewhere(bytes, { maxOutputLength })

export const tooLarge = (cap: number): ApiFailure =>
  new ApiFailure('body-too-large', `the body is larger than ${cap} bytes`, { max_bytes: cap })

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? Reflect.get(error, 'code') : null

/** Lines break in the middle of bodies: that is no failure of the server. */
const wholeBody = async (context: Context): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await context.req.arrayBuffer())
  } catch (error) {
    if (codeOf(error) !== 'ECONNRESET') throw error
    throw new ApiFailure('invalid-input', 'the line broke before the body was whole')
  }
}

/**
 * The bytes of a body, inflated when it came gzipped.
 * @param cap in bytes, of what comes over the line and of what it becomes
 * @throws ApiFailure body-too-large, media-type-refused, invalid-input
 */
export const readBytes = async (context: Context, cap: number): Promise<Uint8Array> => {
  const encoding = context.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') {
    const allowed = ['identity', 'gzip']
    throw new ApiFailure('media-type-refused', `content encoding ${encoding}`, { allowed })
  }
  const bytes = await wholeBody(context)
  if (encoding === 'identity') return bytes
  try {
    return await inflate(bytes, cap)
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(cap)
    const reason = error instanceof Error ? error.message : String(error)
    throw new ApiFailure('invalid-input', `the body is not gzip: ${reason}`)
  }
}
