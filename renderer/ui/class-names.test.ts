import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

// Class names are plain texts to the compiler: this is what checks them.

const root = join(import.meta.dirname, '..')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
)

const classesOf = (css: string): ReadonlySet<string> =>
  new Set([...css.matchAll(/\.([a-z][A-Za-z0-9]*)/g)].map((match) => match[1] ?? ''))

const used = sources.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const module = /import styles from '(.+\.module\.css)'/.exec(text)?.[1]
  if (module === undefined) return []
  const path = join(root, dirname(file), module)
  return [...text.matchAll(/styles\['([^']+)'\]/g)].map((match) => ({
    file,
    path,
    name: match[1] ?? '',
  }))
})

it('finds the style sheets', () => {
  expect(used.length).toBeGreaterThan(100)
  expect(used.filter(({ path }) => !existsSync(path))).toEqual([])
})

it('names only classes that exist', () => {
  const missing = used.filter(({ path, name }) => !classesOf(readFileSync(path, 'utf8')).has(name))
  expect(missing.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})
