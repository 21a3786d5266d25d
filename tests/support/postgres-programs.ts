import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

const debianVersions = (): readonly string[] =>
  existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, 'bin'))
    : []

/** The folder with `initdb` and `postgres`: Debian's newest version, or wherever the path finds them. */
export const postgresPrograms = (): string => {
  const folders = [...debianVersions(), ...(process.env['PATH'] ?? '').split(delimiter)]
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  )
  if (found !== undefined) return found
  throw new Error(
    'PostgreSQL is not installed: run `node scripts/prepare.mjs --with-test-tools`, or apt-get install postgresql',
  )
}

const idOf = (flag: string): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

/** PostgreSQL does not run as root, so that root runs it as Debian's own user. */
export const postgresUser = (): { readonly uid: number; readonly gid: number } | null =>
  process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null
