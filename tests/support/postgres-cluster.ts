import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'
import { postgresPrograms, postgresUser } from './postgres-programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the private cluster's `postgres` database; absent where tests run on SQLite. */
    postgresUrl: string | undefined
  }
}

const user = 'linkstar'

/** Starts a cluster of our own in a temporary folder, on a loopback port; it lives as long as the test run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const programs = postgresPrograms()
  const as = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'linkstar-postgres-'))
  const data = join(folder, 'data')
  const password = randomBytes(12).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  chmodSync(folder, 0o700)
  if (as !== null) {
    chownSync(folder, as.uid, as.gid)
    chownSync(passwordFile, as.uid, as.gid)
  }
  const options = { ...as, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC' } }
  await promisify(execFile)(
    join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    options,
  )

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'ssl=off',
    'max_connections=200',
    // The cluster ends with the test run: only the operating system has to survive it.
    'fsync=off',
    'full_page_writes=off',
  ]
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const kill = (): void => void server.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(server, 'exit')
  const lines: string[] = []
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      if (lines.length < 100) lines.push(line)
      if (line.includes('database system is ready to accept connections')) resolve()
    })
    server.once('error', reject)
    void ended.then(() => reject(new Error(`PostgreSQL ended: ${lines.join('\n')}`)))
  })
  project.provide('postgresUrl', `postgres://${user}:${password}@127.0.0.1:${port}/postgres`)

  return async () => {
    process.off('exit', kill)
    // "Fast shutdown": whoever is still connected is cut off.
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
