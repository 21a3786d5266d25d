import Database from 'better-sqlite3'
import { type Compilable, Kysely, SqliteDialect } from 'kysely'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { storeFault } from './faults.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { StationTables } from './tables.ts'

type SqlValue = string | number | bigint | Uint8Array | null
type Params = Readonly<Record<string, SqlValue>>
type EmptyParams = Readonly<Record<string, never>>

/** A query that was typed and compiled once by Kysely and runs as a prepared statement, synchronously. */
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
   * Compiles a query once: `store.prepare<{ code: string }>()((db, param) => db.selectFrom('cartons')…)`.
   * Statements run in the caller's transaction.
   */
  prepare<Input extends Params = EmptyParams>(): <Row>(
    build: (db: Kysely<StationTables>, param: Placeholders<Input>) => Compilable<Row>,
  ) => Statement<Input, Row>
  /** Runs `work` in one write transaction; whatever it throws undoes all of it. */
  transaction<T>(work: () => T): T
  /** For screens and reports: single statements only, never a Kysely transaction. */
  readonly reports: Kysely<StationTables>
  close(): void
}

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Held for as long as the store is open; the system drops it with the process, however that ends. */
const lockFolder = (folder: string): Database.Database => {
  const file = join(folder, 'station.lock')
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.pragma('locking_mode = exclusive')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}

const openDatabase = (file: string): Database.Database => {
  const database = new Database(file, { timeout: 2_000 })
  try {
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    database.pragma('trusted_schema = off')
    const check = database.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') {
      throw new AppError('store-corrupt', String(check), { details: { file } })
    }
    migrate(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const prepareOn = (
  database: Database.Database,
  kysely: Kysely<StationTables>,
  file: string,
): Store['prepare'] => {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storeFault(error, file)
    }
  }
  return <Input extends Params>() =>
    <Row>(
      build: (db: Kysely<StationTables>, param: Placeholders<Input>) => Compilable<Row>,
    ): Statement<Input, Row> => {
      const param: Placeholders<Input> = (name) => new Placeholder(name) as never
      const { sql, parameters } = build(kysely, param).compile()
      const statement = guarded(() => database.prepare<SqlValue[], Row>(sql))
      const bind = (input: Input): SqlValue[] =>
        parameters.map((value) =>
          value instanceof Placeholder ? (input[value.name] as SqlValue) : (value as SqlValue),
        )
      return {
        all: (input) => guarded(() => statement.all(...bind(input))),
        get: (input) => guarded(() => statement.get(...bind(input))),
        run: (input) =>
          guarded(() => {
            const { changes, lastInsertRowid } = statement.run(...bind(input))
            return { changes, insertedId: Number(lastInsertRowid) }
          }),
      }
    }
}

/**
 * Opens `station.db` in `folder`, creating and migrating it: WAL, synchronous=FULL, foreign keys on, one process only.
 * @throws AppError store-read-only, store-full, store-corrupt, store-in-use, store-newer-schema
 */
export const openStore = (folder: string): Store => {
  const file = join(folder, 'station.db')
  let lock: Database.Database | undefined
  try {
    mkdirSync(folder, { recursive: true })
    lock = lockFolder(folder)
    const database = openDatabase(file)
    const kysely = new Kysely<StationTables>({ dialect: new SqliteDialect({ database }) })
    const held = lock
    return {
      file,
      prepare: prepareOn(database, kysely, file),
      transaction: (work) => {
        try {
          return database.transaction(work).immediate()
        } catch (error) {
          throw storeFault(error, file)
        }
      },
      reports: kysely,
      close: () => {
        database.close()
        held.close()
      },
    }
  } catch (error) {
    lock?.close()
    throw storeFault(error, file)
  }
}
