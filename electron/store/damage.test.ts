import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { damagedStores, pagesOf, spoilPage } from '#tests/support/damage.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createStoreCare, offerBackup, openStore, restoreBackup } from './index.ts'

/** A store with some hundred rows in it and one backup. */
const backedUpStore = async (folder: string): Promise<string> => {
  const store = openStore(folder)
  const care = createStoreCare({
    store,
    workerUrl: new URL('./store-worker.ts', import.meta.url),
    every: () => () => undefined,
    failed: (error) => {
      throw error
    },
    backedUp: () => undefined,
  })
  const write = store.prepare<{ seq: number }>()((db, param) =>
    db.insertInto('outbox').values({
      epoch: 1,
      seq: param('seq'),
      type: 'carton-sealed',
      payload: JSON.stringify({ text: 'x'.repeat(300) }),
      hash: 'h',
      created_at: 'now',
      result: null,
    }),
  )
  store.transaction(() => {
    for (let seq = 1; seq <= 200; seq += 1) write.run({ seq })
  })
  await care.close()
  store.close()
  return store.file
}

const faultOf = (folder: string): AppError | null => {
  try {
    openStore(folder).close()
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

describe('a damaged page', () => {
  it('is found wherever it is, the files are kept as they were, and the backup comes back', async () => {
    const master = tempFolder()
    const file = await backedUpStore(master)
    const pages = pagesOf(file)
    for (let page = 1; page <= pages; page += 4) {
      const folder = join(tempFolder(), 'home')
      cpSync(master, folder, { recursive: true })
      spoilPage(join(folder, 'station.db'), page)
      const damaged = readFileSync(join(folder, 'station.db'))
      const fault = faultOf(folder)
      expect(fault).toMatchObject({ code: 'store-corrupt' })
      expect(damagedStores(folder)).toEqual([])
      const offer = offerBackup(fault ?? new AppError('internal', ''))
      restoreBackup(join(folder, 'station.db'), String(offer.details['backup']))
      const kept = readdirSync(folder).find((name) => name.startsWith('damaged-')) ?? ''
      expect(damaged.equals(readFileSync(join(folder, kept, 'station.db')))).toBe(true)
      expect(faultOf(folder)).toBeNull()
    }
    expect(pages).toBeGreaterThan(40)
  })

  it('in a backup keeps that backup from being offered', async () => {
    const folder = tempFolder()
    const file = await backedUpStore(folder)
    const [name = ''] = readdirSync(join(folder, 'backups'))
    spoilPage(join(folder, 'backups', name), 9)
    spoilPage(file, 1)
    const fault = faultOf(folder)
    expect(offerBackup(fault ?? new AppError('internal', '')).details).toMatchObject({
      backup: null,
    })
    expect(() => restoreBackup(file, name)).toThrow(AppError)
    expect(damagedStores(folder)).toEqual([])
    expect(existsSync(file)).toBe(true)
  })
})

describe('a restore that is cut short', () => {
  it('has changed nothing while the damaged store lies in its place', async () => {
    const folder = tempFolder()
    const file = await backedUpStore(folder)
    cpSync(file, `${file}.restoring`)
    expect(faultOf(folder)).toBeNull()
    expect(existsSync(`${file}.restoring`)).toBe(false)
  })

  it('is finished at the next start once that has gone, without its log', async () => {
    const folder = tempFolder()
    const file = await backedUpStore(folder)
    cpSync(file, `${file}.restoring`)
    mkdirSync(join(folder, 'damaged-1'))
    cpSync(file, `${file}-wal`)
    rmSync(file)
    expect(faultOf(folder)).toBeNull()
    expect(damagedStores(folder).flat()).toEqual(['station.db-wal'])
  })
})
