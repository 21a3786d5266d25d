import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openStore, type Store } from './index.ts'

const open = (folder: string): Store => {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  return store
}

const saveCursor = (store: Store) =>
  store.prepare<{ feed: string; cursor: string }>()((db, param) =>
    db
      .insertInto('sync_cursors')
      .values({ feed: param('feed'), cursor: param('cursor'), at: 'now' })
      .onConflict((conflict) => conflict.column('feed').doUpdateSet({ cursor: param('cursor') })),
  )

const loadCursor = (store: Store) =>
  store.prepare<{ feed: string }>()((db, param) =>
    db.selectFrom('sync_cursors').select('cursor').where('feed', '=', param('feed')),
  )

/** A store with something to save, and the bytes of its log. */
const openLogged = () => {
  const folder = tempFolder()
  const store = open(folder)
  const logged = () => statSync(join(folder, 'station.db-wal')).size
  return { store, save: saveCursor(store), logged }
}

describe('the store', () => {
  it('keeps what was committed over a restart', () => {
    const folder = tempFolder()
    const first = openStore(folder)
    saveCursor(first).run({ feed: 'orders', cursor: '42' })
    first.close()
    expect(loadCursor(open(folder)).get({ feed: 'orders' })).toEqual({ cursor: '42' })
  })

  it('forces what is committed to the disk, but for what can be had again', () => {
    const store = open(tempFolder())
    const synchronous = store.prepare()((db) =>
      db
        .selectFrom(sql<{ synchronous: number }>`pragma_synchronous`.as('setting'))
        .select('setting.synchronous as level'),
    )
    const level = () => synchronous.get({})?.level
    const [normal, full] = [1, 2]
    expect(store.transaction(level)).toBe(full)
    expect(store.unforced(level)).toBe(normal)
    expect(() =>
      store.unforced(() => {
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(store.transaction(() => store.unforced(level))).toBe(full)
    expect(store.transaction(level)).toBe(full)
  })

  it('forces on demand what was not, once', () => {
    const { store, save, logged } = openLogged()
    store.transaction(() => save.run({ feed: 'orders', cursor: '1' }))
    expect(store.force()).toBe(false)
    store.unforced(() => save.run({ feed: 'orders', cursor: '2' }))
    const before = logged()
    expect(store.force()).toBe(true)
    // A commit of its own, under synchronous=FULL, is in the log behind it.
    expect(logged()).toBeGreaterThan(before)
    expect(store.force()).toBe(false)
    expect(loadCursor(store).get({ feed: 'orders' })).toEqual({ cursor: '2' })
  })

  it('forces what was not along with the next transaction, whatever that one writes', () => {
    const { store, save, logged } = openLogged()
    store.unforced(() => save.run({ feed: 'orders', cursor: '1' }))
    expect(() =>
      store.transaction(() => {
        throw new Error('half way')
      }),
    ).toThrow('half way')
    const before = logged()
    expect(store.transaction(() => 'nothing')).toBe('nothing')
    expect(logged()).toBeGreaterThan(before)
    expect(store.force()).toBe(false)
    store.unforced(() => {
      store.transaction(() => save.run({ feed: 'orders', cursor: '2' }))
    })
    expect(store.force()).toBe(true)
  })

  it('takes everything back when the work of a transaction throws', () => {
    const store = open(tempFolder())
    const save = saveCursor(store)
    expect(() =>
      store.transaction(() => {
        save.run({ feed: 'orders', cursor: '1' })
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(loadCursor(store).get({ feed: 'orders' })).toBeUndefined()
  })

  it('writes through to the disk: WAL with synchronous=FULL, foreign keys on', async () => {
    const store = open(tempFolder())
    const read = async (pragma: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(pragma)}`.execute(
        store.reports,
      )
      return Object.values(rows[0] ?? {})[0]
    }
    expect(await read('journal_mode')).toBe('wal')
    expect(await read('synchronous')).toBe(2)
    expect(await read('foreign_keys')).toBe(1)
  })

  it('belongs to one program at a time', () => {
    const folder = tempFolder()
    open(folder)
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'store-in-use' }))
  })

  it('refuses a file that a newer program has changed, and leaves it as it is', () => {
    const folder = tempFolder()
    openStore(folder).close()
    const raw = new Database(join(folder, 'station.db'))
    raw.pragma('user_version = 99990')
    raw.close()
    expect(() => openStore(folder)).toThrow(
      expect.objectContaining({
        code: 'store-newer-schema',
        details: { found: 99_990, known: migrations.at(-1)?.id },
      }),
    )
    const after = new Database(join(folder, 'station.db'))
    expect(after.pragma('user_version', { simple: true })).toBe(99_990)
    after.close()
  })

  it('names a file that is no database', () => {
    const folder = tempFolder()
    writeFileSync(
      join(folder, 'station.db'),
      'not a database, but long enough to be read as one'.repeat(100),
    )
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'store-corrupt' }))
  })
})

describe('migrations', () => {
  it('run in order, once, and each is recorded', () => {
    const database = new Database(':memory:')
    onTestFinished(() => void database.close())
    const first = { id: 10, slug: 'first', up: 'create table a (x) strict' }
    const steps = [
      { id: 10, slug: 'first', up: 'create table a (x integer) strict' },
      { id: 20, slug: 'second', up: 'create table b (x integer) strict' },
    ]
    expect(() => migrate(database, [first])).toThrow()
    expect(database.pragma('user_version', { simple: true })).toBe(0)
    migrate(database, steps)
    migrate(database, steps)
    expect(database.pragma('user_version', { simple: true })).toBe(20)
  })

  it('have ids that only grow', () => {
    const ids = migrations.map((migration) => migration.id)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
