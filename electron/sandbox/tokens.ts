import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

// Without I, L, O, U, 0 and 1: a pairing code is read aloud and typed with gloves on.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** Eight letters in two groups, e.g. `7KQF-X3MB`: 39 bits. */
export const pairingCode = (): string => `${letters(4)}-${letters(4)}`

export const feedId = (): string => randomBytes(6).toString('hex')
export const stationId = (): string => `st-${randomBytes(6).toString('hex')}`
/** 256 bits. */
export const stationToken = (): string => randomBytes(32).toString('base64url')

/** Only this is stored of a token. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex')

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** Compares as people type: case and dashes do not matter. Takes the same time for every wrong code. */
export const samePairingCode = (given: string, expected: string): boolean =>
  timingSafeEqual(
    Buffer.from(tokenHash(plain(given)), 'hex'),
    Buffer.from(tokenHash(plain(expected)), 'hex'),
  )
