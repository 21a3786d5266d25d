import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptCredentials } from '#electron/sync/index.ts'

/** What hides a secret in a file. */
export interface KeyStore {
  /** False: whoever reads the file can read the secret. */
  readonly isProtected: boolean
  hide(text: string): Buffer
  /** Throws when it was hidden by another. */
  reveal(bytes: Buffer): string
}

/** What the administrator should hear of, in the log. */
export interface CredentialWarnings {
  /** The system offers no key store: the token is only obfuscated. */
  readonly weakStorage: () => void
  /** The token cannot be read back (another user's key store, a copied folder): the station enrols again. */
  readonly unreadable: (error: unknown) => void
}

/** Keeps the station's token in the data folder: hidden by the system, never in the database, never in a log. */
export const createCredentials = (
  home: string,
  keyStore: KeyStore,
  warnings: CredentialWarnings,
): KeptCredentials => {
  const file = join(home, 'credentials.bin')
  if (!keyStore.isProtected) warnings.weakStorage()
  return {
    isProtected: keyStore.isProtected,
    load: () => {
      if (!existsSync(file)) return null
      try {
        return keyStore.reveal(readFileSync(file))
      } catch (error) {
        warnings.unreadable(error)
        return null
      }
    },
    save: (token) => {
      const fresh = `${file}.new`
      writeFileSync(fresh, keyStore.hide(token), { mode: 0o600 })
      renameSync(fresh, file)
    },
  }
}
