import BetterSqlite3 from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { openDatabase } from './database.ts'
import { createSandbox, type SandboxOptions } from './sandbox.ts'

const options = (dataDir: string, more: Partial<SandboxOptions> = {}): SandboxOptions => ({
  dataDir,
  port: 0,
  host: '127.0.0.1',
  clock: () => new Date(0),
  ...more,
})

it('keeps its database durable: WAL and a full sync at every commit', async () => {
  const db = await openDatabase(tempFolder())
  try {
    const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
    const sync = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
    expect(journal.rows).toEqual([{ journal_mode: 'wal' }])
    expect(sync.rows).toEqual([{ synchronous: 2 }])
  } finally {
    await db.destroy()
  }
})

it('keeps its pairing code, and begins elsewhere with its serials when built anew', async () => {
  const dataDir = tempFolder()
  const first = await createSandbox(options(dataDir))
  await first.close()
  const again = await createSandbox(options(dataDir))
  await again.close()
  expect(again.pairingCode).toBe(first.pairingCode)
  expect(first.pairingCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
})

it('refuses a data folder that another server holds', async () => {
  const dataDir = tempFolder()
  const first = await createSandbox(options(dataDir))
  try {
    await expect(createSandbox(options(dataDir))).rejects.toMatchObject({
      code: 'store-in-use',
      message: expect.stringContaining('is in use by another server') as unknown,
    })
  } finally {
    await first.close()
  }
})

it('says which port is taken, and lets go of its database', async () => {
  const other = createServer()
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const { port } = other.address() as AddressInfo
  const dataDir = tempFolder()
  try {
    await expect(createSandbox(options(dataDir, { port }))).rejects.toMatchObject({
      message: `port ${port} on 127.0.0.1 is already in use by another program`,
      details: { port, reason: 'EADDRINUSE' },
    })
  } finally {
    other.close()
  }
  const free = await createSandbox(options(dataDir))
  await free.close()
})

it('refuses a database of a newer version and leaves it as it is', async () => {
  const dataDir = tempFolder()
  const first = await createSandbox(options(dataDir))
  await first.close()
  const file = join(dataDir, 'db', 'sandbox.db')
  const raw = new BetterSqlite3(file)
  raw.exec("insert into kysely_migration (name, timestamp) values ('9990-later', '2030-01-01')")
  raw.close()
  await expect(createSandbox(options(dataDir))).rejects.toMatchObject({
    code: 'store-newer-schema',
  })
})

it('refuses a file that is no database', async () => {
  const dataDir = tempFolder()
  const first = await createSandbox(options(dataDir))
  await first.close()
  writeFileSync(join(dataDir, 'db', 'sandbox.db'), 'x'.repeat(5000))
  await expect(createSandbox(options(dataDir))).rejects.toMatchObject({ code: 'store-corrupt' })
})

it('knows that a line may break in the middle of a body: that is no failure of its own', async () => {
  const errors: unknown[] = []
  const sandbox = await createSandbox(
    options(tempFolder(), { onInternalError: (error) => errors.push(error) }),
  )
  try {
    const line = connect(Number(new URL(sandbox.url).port), '127.0.0.1')
    line.write('POST /v1/stations HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"pair')
    // An answer to a request on the same server: the broken one has reached it.
    await fetch(`${sandbox.url}/v1/sandbox/cartons`)
    line.resetAndDestroy()
    await once(line, 'close')
    await fetch(`${sandbox.url}/v1/sandbox/cartons`)
    expect(errors).toEqual([])
  } finally {
    await sandbox.close()
  }
})

it('tells a station only that something failed, and its owner what', async () => {
  const errors: unknown[] = []
  const clock = (): Date => {
    throw new Error('the clock is broken')
  }
  const sandbox = await createSandbox(
    options(tempFolder(), { clock, onInternalError: (error) => errors.push(error) }),
  )
  try {
    const response = await fetch(`${sandbox.url}/v1/stations`, {
      method: 'POST',
      body: JSON.stringify({ pairing_code: sandbox.pairingCode, name: 'Bench 1' }),
    })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('clock')
    expect(errors).toEqual([new Error('the clock is broken')])
  } finally {
    await sandbox.close()
  }
})
