import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

const run = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A PostgreSQL database of this test's own, or null where tests run on SQLite. Call it before what uses it. */
export const testDatabase = async (): Promise<string | null> => {
  const cluster = inject('postgresUrl')
  if (cluster === undefined) return null
  const name = `t_${randomBytes(8).toString('hex')}`
  await run(cluster, `create database ${name} template template0`)
  onTestFinished(() => run(cluster, `drop database ${name} with (force)`))
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return url.href
}
