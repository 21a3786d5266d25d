import { Kysely, PostgresDialect } from 'kysely'
import { AppError } from '#shared/errors.ts'
import { type Database, prepareDatabase } from './prepare-database.ts'
import type { SandboxTables } from './tables.ts'

// Object ids of the types that the driver gives as text because they might not fit a number: int8 and numeric (what
// sums become). Ours do. https://github.com/postgres/postgres/blob/REL_15_STABLE/src/include/catalog/pg_type.dat
const wholeNumbers: ReadonlySet<number> = new Set([20, 1700])

/** Whether a text is the address of a PostgreSQL database. */
export const isPostgresUrl = (url: string): boolean =>
  URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol)

/** The address without user, password and options, for messages. */
const plainAddress = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}

const cannotOpen = (cause: unknown, url: string): AppError => {
  if (cause instanceof AppError && cause.code !== 'internal') return cause
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
  const where = plainAddress(url)
  return new AppError('internal', `cannot open ${where}: ${reason}`, {
    details: { database: where, reason },
    cause,
  })
}

/**
 * Opens a PostgreSQL database, creating and migrating the tables; several servers may share one.
 * @throws AppError internal when it cannot be reached, store-newer-schema
 */
export const openPostgres = async (url: string): Promise<Database> => {
  try {
    // Only who needs it loads it: training mode starts without.
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'linkstar-sandbox',
      connectionTimeoutMillis: 10_000,
      types: {
        getTypeParser: (oid, format) =>
          wholeNumbers.has(oid)
            ? Number
            : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
      },
    })
    // A connection that breaks fails the query that runs on it, and the pool opens another; it must not end the server.
    const broken = (): void => undefined
    pool.on('error', broken)
    pool.on('connect', (client) => client.on('error', broken))
    const db = new Kysely<SandboxTables>({ dialect: new PostgresDialect({ pool }) })
    return await prepareDatabase(db, plainAddress(url))
  } catch (error) {
    throw cannotOpen(error, url)
  }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html: connection exceptions, no free connection, shutting down
const away = /^(08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/

/** Whether an error says that the database is not there at the moment. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (/^Connection terminated|timeout exceeded when trying to connect/.test(error.message)) {
    return true
  }
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && away.test(code)
}
