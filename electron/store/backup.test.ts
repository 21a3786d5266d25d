import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AppError } from '#shared/errors.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { nextStamp, obsoleteBackups, sortBackups } from './backup-names.ts'
import { createStoreCare, openStore, type Store, type StoreCare } from './index.ts'

const workerUrl = new URL('./store-worker.ts', import.meta.url)

interface CaredStore {
  readonly store: Store
  readonly care: StoreCare
  readonly tick: () => void
  readonly made: string[]
  readonly failed: AppError[]
  write(seq: number): void
}

const caredStore = (folder: string): CaredStore => {
  let isOpen = true
  const store = openStore(folder)
  const made: string[] = []
  const failed: AppError[] = []
  let tick = (): void => undefined
  const care = createStoreCare({
    store,
    workerUrl,
    every: (_ms, run) => {
      tick = run
      return () => undefined
    },
    failed: (error) => failed.push(error),
    backedUp: (name) => made.push(name),
  })
  const close = store.close
  onTestFinished(() => {
    if (isOpen) close()
    isOpen = false
  })
  const insert = store.prepare<{ seq: number }>()((db, param) =>
    db.insertInto('outbox').values({
      epoch: 1,
      seq: param('seq'),
      type: 'carton-sealed',
      payload: '{}',
      hash: 'h',
      created_at: 'now',
      result: null,
    }),
  )
  const begin = store.prepare()((db) =>
    db
      .insertInto('station')
      .values({ only: 1, station_id: 'st-1', epoch: 1, last_seq: 0 })
      .onConflict((conflict) => conflict.doNothing()),
  )
  const count = store.prepare<{ seq: number }>()((db, param) =>
    db.updateTable('station').set({ last_seq: param('seq') }),
  )
  return {
    store,
    care,
    made,
    failed,
    tick: () => tick(),
    write: (seq) =>
      store.transaction(() => {
        begin.run({})
        insert.run({ seq })
        count.run({ seq })
      }),
  }
}

const seqsIn = (file: string): number[] => {
  const copy = new Database(file, { readonly: true })
  try {
    return copy.prepare<[], number>('select seq from outbox order by seq').pluck().all()
  } finally {
    copy.close()
  }
}

describe('backups', () => {
  it('hold what was committed when they were made, while the station goes on writing', async () => {
    const folder = tempFolder()
    const { care, write, made, failed } = caredStore(folder)
    write(1)
    const backingUp = care.backUp()
    for (let seq = 2; seq <= 50; seq += 1) write(seq)
    await backingUp
    expect(failed).toEqual([])
    const [name = ''] = made
    const held = seqsIn(join(folder, 'backups', name))
    expect(name).toMatch(new RegExp(`^station-${held.length}-`))
    expect(held).toEqual(held.map((_, index) => index + 1))
    expect(readdirSync(join(folder, 'backups'))).toEqual([name])
  })

  it('are made on time and at the end, when anything has changed since the last one', async () => {
    const folder = tempFolder()
    const { care, write, made, tick } = caredStore(folder)
    tick()
    await care.backUp()
    expect(made).toEqual([])
    write(1)
    tick()
    tick()
    await care.backUp()
    expect(made).toHaveLength(1)
    write(2)
    await care.close()
    expect(made.map((name) => name.split('-')[1])).toEqual(['1', '2'])
  })

  it('that fail are told, leave the store alone and come good later', async () => {
    const folder = tempFolder()
    const { care, write, made, failed, store } = caredStore(folder)
    writeFileSync(join(folder, 'backups'), 'in the way')
    write(1)
    await care.backUp()
    expect(failed).toMatchObject([{ code: 'backup-failed', details: { fault: 'EEXIST' } }])
    expect(store.isDamaged()).toBe(false)
    write(2)
    expect(readFileSync(join(folder, 'backups'), 'utf8')).toBe('in the way')
    expect(made).toEqual([])
  })

  it('keep the newest five and the last of each of fourteen days', () => {
    const names = Array.from({ length: 20 }, (_, day) =>
      ['08', '12', '18'].map(
        (hour) => `station-${day}-202611${String(day + 1).padStart(2, '0')}T${hour}0000000Z.db`,
      ),
    ).flat()
    const backups = sortBackups([...names, 'notes.txt', 'unfinished.db'])
    const gone = new Set(obsoleteBackups(backups).map(({ name }) => name))
    const kept = backups
      .filter(({ name }) => !gone.has(name))
      .map(({ stamp }) => stamp.slice(6, 11))
    expect(kept.slice(0, 5)).toEqual(['20T18', '20T12', '20T08', '19T18', '19T12'])
    expect(kept.slice(5)).toEqual(
      Array.from({ length: 12 }, (_, index) => `${String(18 - index).padStart(2, '0')}T18`),
    )
  })

  it('are named in the order they are made, wherever the clock stands', () => {
    const [newest] = sortBackups(['station-7-20261123T093012345Z.db'])
    expect(nextStamp(newest, new Date('2020-01-01T00:00:00Z'))).toBe('20261123T093012346Z')
    expect(nextStamp(newest, new Date('2026-11-24T00:00:00Z'))).toBe('20261124T000000000Z')
  })
})

describe('an old schema', () => {
  /** A store as the first version left it. */
  const oldStore = async (): Promise<string> => {
    const { migrate } = await import('./migrate.ts')
    const { migrations } = await import('./migrations/index.ts')
    const folder = tempFolder()
    const database = new Database(join(folder, 'station.db'))
    migrate(database, migrations.slice(0, 1))
    database.exec(`insert into station values (1, 'st-1', 1, 3)`)
    database.close()
    return folder
  }

  it('is backed up before it is changed', async () => {
    const folder = await oldStore()
    openStore(folder).close()
    const [name = ''] = readdirSync(join(folder, 'backups'))
    expect(name).toMatch(/^station-3-/)
    const copy = new Database(join(folder, 'backups', name), { readonly: true })
    onTestFinished(() => void copy.close())
    expect(copy.pragma('user_version', { simple: true })).toBe(10)
  })

  it('is not changed when it cannot be backed up', async () => {
    const folder = await oldStore()
    mkdirSync(join(folder, 'backups', 'unfinished.db'), { recursive: true })
    expect(() => openStore(folder)).toThrow()
    const left = new Database(join(folder, 'station.db'), { readonly: true })
    onTestFinished(() => void left.close())
    expect(left.pragma('user_version', { simple: true })).toBe(10)
  })
})
