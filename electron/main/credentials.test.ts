import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createCredentials, type KeyStore } from './credentials.ts'

/** Hides by turning every bit around, and takes back only what it hid. */
const keyStore = (mark: string): KeyStore => ({
  isProtected: true,
  hide: (text) => Buffer.from(`${mark}${text}`).map((byte) => ~byte) as Buffer,
  reveal: (bytes) => {
    const text = Buffer.from(bytes.map((byte) => ~byte)).toString('utf8')
    if (!text.startsWith(mark)) throw new Error('another key')
    return text.slice(mark.length)
  },
})
const silent = { weakStorage: () => undefined, unreadable: () => undefined }

describe('the kept token', () => {
  it('comes back in the next run, and its file does not show it', () => {
    const home = tempFolder()
    const first = createCredentials(home, keyStore('a'), silent)
    expect(first.load()).toBeNull()
    first.save('old secret')
    first.save('secret')
    expect(createCredentials(home, keyStore('a'), silent).load()).toBe('secret')
    expect(readFileSync(join(home, 'credentials.bin'), 'latin1')).not.toContain('secret')
  })

  it('is as good as none where the key store is of somebody else, and that is told', () => {
    const home = tempFolder()
    createCredentials(home, keyStore('a'), silent).save('secret')
    const told: unknown[] = []
    const unreadable = (error: unknown): void => void told.push(error)
    expect(createCredentials(home, keyStore('b'), { ...silent, unreadable }).load()).toBeNull()
    expect(told).toEqual([new Error('another key')])
  })

  it('warns of a system that cannot protect it', () => {
    let warned = 0
    const weakStorage = (): void => void (warned += 1)
    createCredentials(tempFolder(), keyStore('a'), { ...silent, weakStorage })
    expect(warned).toBe(0)
    const weak = { ...keyStore('a'), isProtected: false }
    expect(createCredentials(tempFolder(), weak, { ...silent, weakStorage }).isProtected).toBe(
      false,
    )
    expect(warned).toBe(1)
  })
})
