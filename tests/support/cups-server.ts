import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'

const run = promisify(execFile)

/** A print scheduler of the tests' own, on loopback. */
export interface CupsServer {
  /** As `CUPS_SERVER` names it. */
  readonly server: string
  /** A raw queue that sends to `uri`; `policy` is what it does with a job that failed. */
  addQueue(name: string, uri: string, policy?: string): Promise<void>
  removeQueue(name: string): Promise<void>
  /** Jobs are kept and not printed from now on. */
  pause(queue: string): Promise<void>
  resume(queue: string): Promise<void>
  cancelAll(): Promise<void>
  /** Somebody else's job. */
  print(queue: string, bytes: string): Promise<void>
  stop(): Promise<void>
}

/** The policies of Debian's cupsd.conf, as far as they are about jobs. */
const configuration = (port: number): string => `
Listen 127.0.0.1:${port}
Browsing Off
WebInterface No
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Cancel-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

const files = (folder: string): string => `
ServerRoot ${folder}/root
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
Sandboxing Relaxed
SystemGroup root
`

/** Starts Debian's cupsd; whoever does stops it. */
export const openCups = async (): Promise<CupsServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'linkstar-cups-'))
  // Its backends run as another user and read the jobs.
  chmodSync(folder, 0o755)
  for (const name of ['root', 'spool/tmp', 'cache', 'state', 'log']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  const port = await freePort()
  const server = `127.0.0.1:${port}`
  const paths = [join(folder, 'cupsd.conf'), join(folder, 'cups-files.conf')] as const
  writeFileSync(paths[0], configuration(port))
  writeFileSync(paths[1], files(folder))
  // On Debian only root finds programs of the system by name.
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, LC_ALL: 'C' }
  const ask = (program: string, ...args: string[]) =>
    run(program, args, { env: { ...env, CUPS_SERVER: server } })

  const daemon = spawn('cupsd', ['-f', '-c', paths[0], '-s', paths[1]], { env, stdio: 'ignore' })
  const ended = once(daemon, 'exit')
  const stop = async (): Promise<void> => {
    daemon.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const isRunning = async (): Promise<boolean> => {
    if (daemon.exitCode !== null) throw new Error(`cupsd ended with ${daemon.exitCode}`)
    const { stdout } = await ask('lpstat', '-r').catch(() => ({ stdout: '' }))
    return stdout.includes('is running')
  }
  while (!(await isRunning()));

  return {
    server,
    addQueue: async (name, uri, policy = 'retry-job') => {
      const chosen = ['-o', `printer-error-policy=${policy}`]
      await ask('lpadmin', '-p', name, '-E', '-v', uri, '-m', 'raw', ...chosen)
    },
    removeQueue: async (name) => void (await ask('lpadmin', '-x', name)),
    pause: async (queue) => void (await ask('cupsdisable', queue)),
    resume: async (queue) => void (await ask('cupsenable', queue)),
    cancelAll: async () => void (await ask('cancel', '-a')),
    print: async (queue, bytes) => {
      const file = join(folder, 'other.bin')
      writeFileSync(file, bytes)
      await ask('lp', '-d', queue, '-o', 'raw', file)
    },
    stop,
  }
}

/** One that lives no longer than the test. */
export const startCups = async (): Promise<CupsServer> => {
  const cups = await openCups()
  onTestFinished(cups.stop)
  return cups
}
