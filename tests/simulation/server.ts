import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { join } from 'node:path'
import { createApi } from '#electron/sandbox/api.ts'
import type { Database } from '#electron/sandbox/database.ts'
import { createSeedBox } from '#electron/sandbox/seed-box.ts'
import type { SandboxTables } from '#electron/sandbox/tables.ts'
import type { Handle, Sent } from './network.ts'

export const serverUrl = 'http://linkstar.test'

/** The real sandbox over its real database, called without a socket. */
export interface SimulatedServer {
  readonly db: Database
  readonly sqlite: BetterSqlite3.Database
  readonly handle: Handle
  /** Something outside the contract, such as `orders/BH-1/cancel`. */
  control(path: string, body?: object): Promise<void>
  close(): Promise<void>
}

/** Opens what `folder` holds: a migrated and seeded `sandbox.db`. */
export const openServer = (folder: string, clock: () => Date): SimulatedServer => {
  const sqlite = new BetterSqlite3(join(folder, 'sandbox.db'))
  sqlite.pragma('locking_mode = exclusive')
  sqlite.pragma('journal_mode = wal')
  sqlite.pragma('foreign_keys = on')
  const db = new Kysely<SandboxTables>({ dialect: new SqliteDialect({ database: sqlite }) })
  const failures: unknown[] = []
  const api = createApi({
    db,
    seeds: createSeedBox(db, folder),
    clock,
    onInternalError: (error) => failures.push(error),
  })
  const ask = async (url: string, init: RequestInit) => {
    const response = await api.fetch(new Request(url, init))
    const body = await response.text()
    if (failures.length > 0) throw new Error('the server failed', { cause: failures[0] })
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  }
  return {
    db,
    sqlite,
    handle: ({ url, method, headers, body }: Sent) =>
      ask(url, { method, headers, ...(body === null ? {} : { body }) }),
    control: async (path, body = {}) => {
      const { status, body: text } = await ask(`${serverUrl}/v1/sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (status >= 300) throw new Error(`${path}: ${status} ${text}`)
    },
    close: () => db.destroy(),
  }
}
