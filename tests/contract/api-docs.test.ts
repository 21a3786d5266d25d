import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  apiErrorStatus,
  changeSchema,
  factSchemas,
  openApiDocument,
  requestSchemas,
} from '#shared/contract/linkstar-api.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/linkstar-api.md'), 'utf8')
const missing = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !text.includes(`\`${name}\``))

it('explains every command, every kind of change and every error', () => {
  expect(missing([...Object.keys(factSchemas), ...Object.keys(requestSchemas)])).toEqual([])
  expect(missing(changeSchema.options.map(({ shape }) => shape.kind.value))).toEqual([])
  expect(missing(Object.keys(apiErrorStatus))).toEqual([])
  for (const [code, status] of Object.entries(apiErrorStatus)) {
    const row = text
      .split('\n')
      .find((line) => line.startsWith(`| ${status} `) && line.includes(`\`${code}\``))
    expect(row, code).toBeDefined()
  }
})

it('names every endpoint', () => {
  for (const path of Object.keys(openApiDocument('http://127.0.0.1').paths)) {
    expect(text).toContain(path)
  }
})
