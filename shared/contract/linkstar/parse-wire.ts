import type { z } from 'zod'

/** A field at fault: `lines[2].plan_qty`, empty for the whole. */
export interface WireIssue {
  readonly path: string
  readonly message: string
  readonly fault: WireFault
}

export const wireFaults = [
  'missing',
  'not-a-choice',
  'too-small',
  'too-large',
  'malformed',
  /** It does not agree with another field. */
  'disagrees',
] as const
export type WireFault = (typeof wireFaults)[number]

export type WireParsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: readonly WireIssue[] }

const mostIssues = 20
const missing = 'is missing'

const faultOf = ({ code, message }: z.core.$ZodIssue): WireFault => {
  if (message === missing) return 'missing'
  switch (code) {
    case 'invalid_value':
      return 'not-a-choice'
    case 'too_small':
      return 'too-small'
    case 'too_big':
      return 'too-large'
    case 'custom':
      return 'disagrees'
    default:
      return 'malformed'
  }
}

const pathText = (path: readonly PropertyKey[]): string => {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? String(part) : `.${String(part)}`
  }
  return text
}

/** Reads a value from the wire; when it is wrong, says of each field where and why (at most 20). */
export const parseWire = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): WireParsed<z.output<Schema>> => {
  const parsed = schema.safeParse(input, {
    error: (issue) => (issue.input === undefined && issue.code !== 'custom' ? missing : undefined),
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error: parsed.error.issues.slice(0, mostIssues).map((issue) => ({
      path: pathText(issue.path),
      message: issue.message,
      fault: faultOf(issue),
    })),
  }
}
