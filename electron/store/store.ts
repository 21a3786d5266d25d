import Database from 'better-sqlite3'
import { type Compilable, Kysely, SqliteDialect } from 'kysely'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { listBackups } from './backup-names.ts'
import { quickCheck } from './check-database.ts'
import { storeFault } from './faults.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { createGuard, type Guard } from './guard.ts'
import { makeBackupNow } from './make-backup.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { finishRestore } from './recovery.ts'
import type { StationTables } from './tables.ts'
import { noteClosed, noteOpen } from './unclean-exit.ts'

type SqlValue = string | number | bigint | Uint8Array | null
type Params = Readonly<Record<string, SqlValue>>
type EmptyParams = Readonly<Record<string, never>>

/**
 * A query that was typed by Kysely and runs as a prepared statement, synchronously. It is compiled when it is first used:
 * of the hundreds that a station knows, a start waits for none.
 */
export interface Statement<Input, Row> {
  all(input: Input): Row[]
  get(input: Input): Row | undefined
  /** For writes: how many rows changed. */
  run(input: Input): { readonly changes: number; readonly insertedId: number }
}

/** The value a placeholder stands for is given when the statement runs. */
type Placeholders<Input> = <Name extends keyof Input & string>(name: Name) => Input[Name]

export interface Store {
  readonly file: string
  /**
   * A query that is compiled once: `store.prepare<{ code: string }>()((db, param) => db.selectFrom('cartons')…)`.
   * Statements run in the caller's transaction.
   */
  prepare<Input extends Params = EmptyParams>(): <Row>(
    build: (db: Kysely<StationTables>, param: Placeholders<Input>) => Compilable<Row>,
  ) => Statement<Input, Row>
  /** Runs `work` in one write transaction; whatever it throws undoes all of it. */
  transaction<T>(work: () => T): T
  /**
   * As `transaction`, for what the server tells and tells again: nobody waits for the disk. A power cut may undo it, never
   * without undoing all that was committed after it: the next `transaction` forces it to the disk too.
   * See https://www.sqlite.org/pragma.html#pragma_synchronous, NORMAL in WAL mode.
   */
  unforced<T>(work: () => T): T
  /**
   * Forces to the disk what was committed unforced. Call it before anything of it leaves the station: the server must never
   * know a command that a power cut can take back here. @returns whether there was any
   */
  force(): boolean
  /** For screens and reports: single statements only, never a Kysely transaction. */
  readonly reports: Kysely<StationTables>
  /** The run before this one was never ended: it was killed, or the power was cut. */
  readonly endedUncleanly: boolean
  /** Grows with every row that is written. */
  changes(): number
  isDamaged(): boolean
  /** A check has found damage: the store refuses everything from now on. */
  declareDamaged(what: string): void
  close(): void
}

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Found before anything is written, so that a damaged store is left exactly as it is. */
const assertSound = (file: string): void => {
  if (!existsSync(file)) return
  const found = quickCheck(file)
  if (found !== null) throw new AppError('store-corrupt', found, { details: { file } })
}

/** An empty store where backups are is a store that was lost: beginning anew would hide it. */
const assertNotLost = (database: Database.Database, file: string): void => {
  const isNew = database.pragma('user_version', { simple: true }) === 0
  if (!isNew || listBackups(file).length === 0) return
  throw new AppError('store-corrupt', 'the store is gone, and its backups are there', {
    details: { file, reason: 'missing' },
  })
}

const openDatabase = (file: string): Database.Database => {
  assertSound(file)
  const database = new Database(file, { timeout: 2_000 })
  try {
    assertNotLost(database, file)
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    database.pragma('trusted_schema = off')
    migrate(database, migrations, () => void makeBackupNow(database, file))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const prepareOn = (
  database: Database.Database,
  kysely: Kysely<StationTables>,
  guard: Guard,
): Store['prepare'] => {
  return <Input extends Params>() =>
    <Row>(
      build: (db: Kysely<StationTables>, param: Placeholders<Input>) => Compilable<Row>,
    ): Statement<Input, Row> => {
      const compile = () => {
        const param: Placeholders<Input> = (name) => new Placeholder(name) as never
        const { sql, parameters } = build(kysely, param).compile()
        const statement = database.prepare<SqlValue[], Row>(sql)
        const slots = parameters.map((value) =>
          value instanceof Placeholder
            ? { name: value.name, value: null }
            : { name: null, value: value as SqlValue },
        )
        const bind = (input: Input): SqlValue[] =>
          slots.map(({ name, value }) => (name === null ? value : (input[name] as SqlValue)))
        return { statement, bind }
      }
      let compiled: ReturnType<typeof compile> | undefined
      return {
        all: (input) =>
          guard.run(() => {
            const { statement, bind } = (compiled ??= compile())
            return statement.all(...bind(input))
          }),
        get: (input) =>
          guard.run(() => {
            const { statement, bind } = (compiled ??= compile())
            return statement.get(...bind(input))
          }),
        run: (input) =>
          guard.run(() => {
            const { statement, bind } = (compiled ??= compile())
            const { changes, lastInsertRowid } = statement.run(...bind(input))
            return { changes, insertedId: Number(lastInsertRowid) }
          }),
      }
    }
}

export interface StoreOptions {
  /** Damage was found in the open store: from now on it refuses everything. Called once, in the middle of things. */
  readonly onDamage?: (fault: AppError) => void
}

const storeOn = (
  database: Database.Database,
  { file, lock, endedUncleanly, onDamage }: Opened,
): Store => {
  const kysely = new Kysely<StationTables>({ dialect: new SqliteDialect({ database }) })
  const guard = createGuard(file, onDamage)
  const changes = database.prepare<[], { made: number }>('select total_changes() as made')
  // Made once: better-sqlite3 builds a transaction function anew for each function it is given.
  const inTransaction = database.transaction((work: () => unknown) => work()).immediate
  let isForced = true
  // Not by database.pragma, which takes twenty times as long.
  const sameVersion = `pragma user_version = ${Number(database.pragma('user_version', { simple: true }))}`
  /** Writes, and changes nothing: a commit forces the whole log, unless there was nothing to write. */
  const touch = (): void => void database.exec(sameVersion)
  const transaction = <T>(work: () => T): T =>
    guard.run(() => {
      // Inside another transaction it is a part of that one.
      if (isForced || database.inTransaction) return inTransaction(work) as T
      const result = inTransaction(() => {
        const made = work()
        touch()
        return made
      }) as T
      isForced = true
      return result
    })
  return {
    file,
    endedUncleanly,
    prepare: prepareOn(database, kysely, guard),
    transaction,
    unforced: <T>(work: () => T) =>
      guard.run(() => {
        if (database.inTransaction) return inTransaction(work) as T
        database.exec('pragma synchronous = normal')
        isForced = false
        try {
          return inTransaction(work) as T
        } finally {
          database.exec('pragma synchronous = full')
        }
      }),
    force: () => {
      if (isForced) return false
      transaction(() => undefined)
      return true
    },
    reports: kysely,
    changes: () => changes.get()?.made ?? 0,
    isDamaged: guard.isDamaged,
    declareDamaged: guard.declareDamaged,
    close: () => {
      database.close()
      // The next start shall look at a damaged store as hard as at one that was killed.
      if (!guard.isDamaged()) noteClosed(dirname(file))
      lock.release()
    },
  }
}

interface Opened extends Required<StoreOptions> {
  readonly file: string
  readonly lock: FolderLock
  readonly endedUncleanly: boolean
}

/**
 * Opens `station.db` in `folder`, creating and migrating it: WAL, synchronous=FULL, foreign keys on, one process only.
 * @throws AppError store-read-only, store-full, store-corrupt, store-in-use, store-newer-schema
 */
export const openStore = (
  folder: string,
  { onDamage = () => undefined }: StoreOptions = {},
): Store => {
  const file = join(folder, 'station.db')
  let lock: FolderLock | undefined
  try {
    mkdirSync(folder, { recursive: true })
    lock = lockFolder(folder)
    finishRestore(file)
    const database = openDatabase(file)
    const endedUncleanly = noteOpen(folder)
    return storeOn(database, { file, lock, endedUncleanly, onDamage })
  } catch (error) {
    lock?.release()
    throw storeFault(error, file)
  }
}
