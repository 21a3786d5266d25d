import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseWire, stockingOrderSchema, type WireOrder } from '#shared/contract/linkstar-api.ts'

/** Why a seed file, or one field of it, was not taken. */
export interface SeedProblem {
  readonly file: string
  /** Of the field, e.g. `lines[2].plan_qty`; empty for the whole file. */
  readonly path: string
  readonly reason: string
}

export type SeedFile =
  | { readonly ok: true; readonly file: string; readonly order: WireOrder }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] }

const largestBytes = 16 * 1024 * 1024

const decode = (bytes: Uint8Array): string => {
  if (bytes.length > largestBytes) throw new Error(`is larger than ${largestBytes} bytes`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error('is not UTF-8 text: save it with the encoding UTF-8', { cause })
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`is not valid JSON: ${reason}`, { cause })
  }
}

/** Reads one stocking order of the contract. Never throws: whatever is wrong is said of the file and its fields. */
export const readSeedFile = (folder: string, file: string): SeedFile => {
  let json: unknown
  try {
    json = parseJson(decode(readFileSync(join(folder, file))))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ file, path: '', reason }] }
  }
  const parsed = parseWire(stockingOrderSchema, json)
  return parsed.ok
    ? { ok: true, file, order: parsed.value }
    : {
        ok: false,
        problems: parsed.error.map(({ path, message }) => ({ file, path, reason: message })),
      }
}
