import { canonicalHash } from '#electron/command-hash/index.ts'

/** Where the station's secret is kept; main does it with the system's key store. */
export interface Credentials {
  load(): string | null
  save(token: string): void
}

/** What an enrolment gave, kept as one secret: token and epoch can never be of two enrolments. */
export interface Credential {
  readonly token: string
  readonly stationId: string
  readonly epoch: number
  /** Hash of the pairing code that gave it: another code in the settings means that somebody wants to enrol again. */
  readonly pairedWith: string
}

export const pairingHash = (pairingCode: string): string => canonicalHash(pairingCode)

const isCredential = (value: unknown): value is Credential =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'stationId' in value &&
  typeof value.stationId === 'string' &&
  'epoch' in value &&
  typeof value.epoch === 'number' &&
  'pairedWith' in value &&
  typeof value.pairedWith === 'string'

/** The stored credential, or null when there is none that can be read. */
export const loadCredential = (credentials: Credentials): Credential | null => {
  const text = credentials.load()
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isCredential(value) ? value : null
  } catch {
    return null
  }
}

export const saveCredential = (credentials: Credentials, credential: Credential): void => {
  credentials.save(JSON.stringify(credential))
}
