import type { z } from 'zod'

/** A field at fault: `lines[2].plan_qty`, empty for the whole. */
export interface WireIssue {
  readonly path: string
  readonly message: string
}

export type WireParsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: readonly WireIssue[] }

const mostIssues = 20

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
    error: (issue) =>
      issue.input === undefined && issue.code !== 'custom' ? 'is missing' : undefined,
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error: parsed.error.issues
      .slice(0, mostIssues)
      .map(({ path, message }) => ({ path: pathText(path), message })),
  }
}
