// `npm run sandbox`: a server of the Linkstar API on this machine, for tests and for trying things out.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createSandbox, isPostgresUrl, type Sandbox } from '#electron/sandbox/index.ts'

const usage = `Usage: npm run sandbox -- --port N --data DIR [--database URL]

  --port N     port on 127.0.0.1, 0 to 65535; 0 takes any free one
  --data DIR   folder with one stocking order in each *.json; the embedded database is kept in DIR/db
  --database postgres://user:password@host:port/name
               keep everything in PostgreSQL instead; several servers may share it
  --help       show this text`

interface Arguments {
  readonly port: number
  readonly dataDir: string
  readonly database: string | undefined
}

/** Thrown with what to say about the command line; exit code 2. */
class UsageError extends Error {}

const readArguments = (args: string[]): Arguments | null => {
  const read = () =>
    parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        database: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  let values: ReturnType<typeof read>
  try {
    values = read()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  if (values.help === true) return null
  const { database } = values
  if (database !== undefined && !isPostgresUrl(database)) {
    throw new UsageError('--database must be postgres://user:password@host:port/name')
  }
  if (values.port === undefined) throw new UsageError('--port is missing')
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new UsageError(
      `--port must be a number of 0 to 65535, got ${JSON.stringify(values.port)}`,
    )
  }
  if (values.data === undefined || values.data === '') throw new UsageError('--data is missing')
  return { port: Number(values.port), dataDir: resolve(values.data), database }
}

const run = async ({ port, dataDir, database }: Arguments): Promise<void> => {
  const sandbox: Sandbox = await createSandbox({
    dataDir,
    ...(database === undefined ? {} : { database }),
    port,
    host: '127.0.0.1',
    clock: () => new Date(),
    onInternalError: (error) => console.error(error),
  })
  for (const { file, path, reason } of sandbox.seedProblems()) {
    console.error(`${file}: ${path === '' ? '' : `${path} `}${reason}`)
  }
  console.log(`url: ${sandbox.url}`)
  console.log(`pairing code: ${sandbox.pairingCode}`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // npm passes the signal on, so that it can come twice.
      if (stopping) return
      stopping = true
      void sandbox.close().then(() => process.exit(0))
    })
  }
}

try {
  const args = readArguments(process.argv.slice(2))
  if (args === null) console.log(usage)
  else await run(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof UsageError) console.error(`\n${usage}`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
