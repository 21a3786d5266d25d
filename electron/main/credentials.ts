import { safeStorage } from 'electron'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the station's token lives: encrypted by the system, never in the database, never in a log. */
export interface Credentials {
  load(): string | null
  save(token: string): void
}

/** What the administrator should hear of, in the log. */
export interface CredentialWarnings {
  /** The system offers no key store: the token is only obfuscated. */
  readonly weakStorage: () => void
  /** The token cannot be read back (another user's key store, a copied folder): the station enrols again. */
  readonly unreadable: (error: unknown) => void
}

export const createCredentials = (home: string, warnings: CredentialWarnings): Credentials => {
  const file = join(home, 'credentials.bin')
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    safeStorage.setUsePlainTextEncryption(true)
    warnings.weakStorage()
  }
  return {
    load: () => {
      if (!existsSync(file)) return null
      try {
        return safeStorage.decryptString(readFileSync(file))
      } catch (error) {
        warnings.unreadable(error)
        return null
      }
    },
    save: (token) => {
      const fresh = `${file}.new`
      writeFileSync(fresh, safeStorage.encryptString(token), { mode: 0o600 })
      renameSync(fresh, file)
    },
  }
}
