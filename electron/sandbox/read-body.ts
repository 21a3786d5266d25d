import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { parseWire } from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import { readBytes, tooLarge } from './read-bytes.ts'

/** No shape of the contract is deeper; deeper JSON would only exhaust the stack of whoever walks it. */
const deepest = 16

const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
  }
  return false
}

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ApiFailure('invalid-input', `the body is not JSON in UTF-8: ${reason}`)
  }
}

/** @throws ApiFailure invalid-input, with `details.issues` naming each field */
export const checkInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> => {
  const parsed = parseWire(schema, input)
  if (parsed.ok) return parsed.value
  const first = parsed.error[0]
  const message = first === undefined ? 'wrong input' : `${first.path} ${first.message}`.trim()
  throw new ApiFailure('invalid-input', message, {
    issues: parsed.error.map(({ path, message: why }) => ({ path, message: why })),
  })
}

/** Stops reading a body that outgrows `cap` bytes. @throws ApiFailure body-too-large */
export const limitBody = (cap: number): MiddlewareHandler => {
  const counted = bodyLimit({
    maxSize: cap,
    onError: () => {
      throw tooLarge(cap)
    },
  })
  return (context, next) => {
    const told = context.req.header('content-length')
    if (told === undefined || context.req.header('transfer-encoding') !== undefined) {
      return counted(context, next)
    }
    // No more than that is ever read, so nothing is counted: the body then comes without a web stream in between.
    if (Number(told) > cap) throw tooLarge(cap)
    return next()
  }
}

/**
 * @param cap in bytes, inflated
 * @throws ApiFailure invalid-input, body-too-large, media-type-refused
 */
export const readBody = async <Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  cap: number,
): Promise<z.output<Schema>> => {
  const json = parseJson(await readBytes(context, cap))
  if (isTooDeep(json)) {
    throw new ApiFailure('invalid-input', `the body is nested deeper than ${deepest} levels`)
  }
  return checkInput(schema, json)
}
