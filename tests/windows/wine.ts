import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = '/usr/lib/wine'

/** A Windows of the test's own. */
export interface Wine {
  /** Starts a program; how it fares it has to write into a file, since Wine hands pipes on to nobody. */
  start(program: string, args: readonly string[]): ChildProcess
  close(): void
}

/** @param cups the print server whose queues are the printers of this Windows */
export const openWine = async (cups: string): Promise<Wine> => {
  const prefix = mkdtempSync(join(tmpdir(), 'linkstar-wine-'))
  const { DISPLAY: _, ...rest } = process.env
  const env = {
    ...rest,
    WINEPREFIX: join(prefix, 'c'),
    WINEDEBUG: '-all',
    // Neither .NET nor a browser is wanted, nor anybody asked about them.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    CUPS_SERVER: cups,
    // Node says that it does not know this Windows, and runs.
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  const start = (program: string, args: readonly string[]): ChildProcess =>
    spawn(`${programs}/wine64`, [program, ...args], { env, stdio: 'ignore' })
  await once(start('wineboot', ['-i']), 'exit')
  return {
    start,
    close: () => {
      execFileSync(`${programs}/wineserver64`, ['-k', '-w'], { env, stdio: 'ignore' })
      rmSync(prefix, { recursive: true, force: true })
    },
  }
}
