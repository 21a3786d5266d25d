import { join } from 'node:path'
import { createApi } from './api.ts'
import { openDatabase } from './database.ts'
import { withFreshDates } from './fresh-dates.ts'
import { listen } from './listen.ts'
import { openPostgres } from './postgres.ts'
import { createSeedBox } from './seed-box.ts'
import type { SeedProblem } from './seed-file.ts'

export interface SandboxOptions {
  /** The embedded database is kept in `db/` under it. */
  readonly dataDir: string
  /** Address of a PostgreSQL database to use instead: `postgres://…`. */
  readonly database?: string
  /** Holds the orders, one `*.json` each; `dataDir` when absent. */
  readonly seedDir?: string
  /** The orders are taken in as if they were new today. */
  readonly freshDates?: boolean
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  /** Wall clock, for display only. */
  readonly clock: () => Date
  readonly onInternalError?: (error: unknown) => void
}

export interface Sandbox {
  readonly url: string
  /** Typed once at a station to enrol it; the same for as long as the database lives. */
  readonly pairingCode: string
  /** What is wrong in the seed folder now. */
  seedProblems(): readonly SeedProblem[]
  close(): Promise<void>
}

/**
 * A complete server of the Linkstar API on this machine.
 * @throws AppError store-in-use, store-read-only, store-full, store-corrupt, store-newer-schema; invalid-input when the port cannot be used
 */
export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { dataDir, seedDir = dataDir, port, host, clock } = options
  const db =
    options.database === undefined
      ? await openDatabase(join(dataDir, 'db'))
      : await openPostgres(options.database)
  try {
    const seeds =
      options.freshDates === true
        ? createSeedBox(db, seedDir, (orders) => withFreshDates(db, orders, clock()))
        : createSeedBox(db, seedDir)
    await seeds.refresh()
    const { pairing_code: pairingCode } = await db
      .selectFrom('server')
      .select('pairing_code')
      .executeTakeFirstOrThrow()
    const onInternalError = options.onInternalError ?? (() => undefined)
    const api = createApi({ db, seeds, clock, onInternalError })
    const server = await listen((request) => api.fetch(request), { host, port })
    return {
      url: server.url,
      pairingCode,
      seedProblems: seeds.problems,
      close: async () => {
        await server.close()
        await db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
