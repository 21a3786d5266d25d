import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptCredentials } from '#electron/sync/index.ts'

/** The station's token in a file of its folder, as the app keeps it, but for the encryption by the system. */
export const fileCredentials = (home: string): KeptCredentials => {
  const file = join(home, 'credentials.txt')
  return {
    isProtected: true,
    load: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    save: (token) => {
      writeFileSync(`${file}.new`, token, { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}
