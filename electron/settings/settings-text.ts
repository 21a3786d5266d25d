import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { jsonFault } from './json-fault.ts'
import { nearestKey } from './nearest-key.ts'
import { knownKeys, type Settings, settingsSchema } from './settings-schema.ts'

interface Issue {
  /** e.g. `printers[0].dpi`, empty for the whole file. */
  readonly path: string
  readonly reason: string
}

const invalid = (file: string, issues: readonly Issue[]): AppError => {
  const [first] = issues
  const all = issues.map(({ path, reason }) => (path === '' ? reason : `${path}: ${reason}`))
  return new AppError('settings-invalid', `${file}: ${all.join('; ')}`, {
    details: { file, path: first?.path ?? '', reason: first?.reason ?? '', issues: issues.length },
  })
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text === ''
          ? String(part)
          : `${text}.${String(part)}`,
    '',
  )

const unknownKey = (parent: string, key: string): Issue => {
  const known = knownKeys[parent.replaceAll(/\[\d+\]/g, '[]')] ?? []
  const meant = nearestKey(key, known)
  const help = meant === null ? `known are ${known.join(', ')}` : `did you mean ${meant}?`
  return { path: parent === '' ? key : `${parent}.${key}`, reason: `is not a known key; ${help}` }
}

const toIssues = (issue: z.core.$ZodIssue): readonly Issue[] => {
  const path = pathText(issue.path)
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => unknownKey(path, key))
    : [{ path, reason: issue.message }]
}

/** @throws AppError settings-invalid with file, path and reason */
export const parseJson = (text: string, file: string): unknown => {
  // Windows Notepad puts a byte order mark in front.
  const plain = text.replace(/^\uFEFF/, '')
  const fault = jsonFault(plain)
  if (fault === null) return JSON.parse(plain)
  const { line, column, expected } = fault
  const reason = `is not JSON: line ${line}, column ${column} should be ${expected}`
  throw invalid(file, [{ path: '', reason }])
}

/**
 * @param file named in the error
 * @throws AppError settings-invalid with file, path and reason of the first issue, and all of them in the message
 */
export const parseSettings = (value: unknown, file: string): Settings => {
  const parsed = settingsSchema.safeParse(value, {
    error: (issue) =>
      issue.input === undefined && issue.code !== 'custom' ? 'is missing' : undefined,
  })
  if (parsed.success) return parsed.data
  throw invalid(file, parsed.error.issues.flatMap(toIssues))
}
