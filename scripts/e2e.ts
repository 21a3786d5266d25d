// `npm run test:e2e`: drives the built app with Playwright; where there is no display, on two of its own, a test at a time on each.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'

import { hasDisplay } from './electron-runtime.ts'
import { runChild } from './run-child.ts'

const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')

interface Display {
  /** As `DISPLAY` names it. */
  readonly name: string
  close(): Promise<void>
}

const endOf = (server: ChildProcess): Promise<unknown> =>
  server.exitCode === null && server.signalCode === null ? once(server, 'exit') : Promise.resolve()

/** The X server chooses a free number itself, and says which once it is there. */
const openDisplay = async (): Promise<Display> => {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  await once(server, 'spawn')
  // Of the numbers that are taken it complains too.
  const complaints = text(server.stdio[2] as Readable)
  const number = (await text(server.stdio[3] as Readable)).trim()
  if (number === '') throw new Error(`Xvfb opened no display: ${await complaints}`)
  return {
    name: `:${number}`,
    close: async () => {
      server.kill()
      await endOf(server)
    },
  }
}

const drive = (displays: readonly Display[]): Promise<number> => {
  const names = displays.map(({ name }) => name)
  const own = { DISPLAY: names[0], E2E_DISPLAYS: names.join() }
  const env = { ...process.env, ...(names.length === 0 ? {} : own) }
  return runChild(process.execPath, [playwright, 'test', ...process.argv.slice(2)], env)
}

const wanted = hasDisplay() ? 0 : 2
const displays: Display[] = []
try {
  // One after the other: two at once would try the same number.
  while (displays.length < wanted) displays.push(await openDisplay())
  process.exitCode = await drive(displays)
} finally {
  await Promise.all(displays.map((display) => display.close()))
}
