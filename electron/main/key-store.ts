import { safeStorage } from 'electron'
import type { KeyStore } from './credentials.ts'

/** What the system offers, from weakest to best: nothing, a key that everybody knows, a key store. */
export const systemKeyStore = (): KeyStore => {
  const isObfuscation =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (isObfuscation) safeStorage.setUsePlainTextEncryption(true)
  return safeStorage.isEncryptionAvailable()
    ? {
        isProtected: !isObfuscation,
        hide: (text) => safeStorage.encryptString(text),
        reveal: (bytes) => safeStorage.decryptString(bytes),
      }
    : {
        isProtected: false,
        hide: (text) => Buffer.from(text, 'utf8'),
        reveal: (bytes) => bytes.toString('utf8'),
      }
}
