import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startTcpPrinter, type TcpPrinter } from '#tests/support/tcp-printer.ts'
import type { OrderText } from '#tests/support/wire-orders.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'
import { type LaunchOptions, launchStation, type StationApp } from './station-app.ts'
import { openBench, type BenchAtWork, type BenchOptions } from './bench-at-work.ts'

interface StationFixtures {
  /** A folder of this test's own, removed when it has finished. */
  readonly folder: string
  /** Starts the program; in `folder`/home unless told otherwise. It is closed when the test has finished. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<StationApp>
  /** A Linkstar server in a process of its own that knows these orders. */
  readonly serve: (orders: readonly OrderText[]) => Promise<SandboxProcess>
  /** A label printer on the network. */
  readonly printer: TcpPrinter
  /** A bench in live mode with its server and its printer, the orders there and ready to pack. */
  readonly atWork: (options: BenchOptions) => Promise<BenchAtWork>
}

/** Ends everything in the opposite order of its start, whatever fails on the way. */
const endAll = async (ends: readonly (() => Promise<void>)[]): Promise<void> => {
  const failures: unknown[] = []
  for (const end of ends.toReversed()) await end().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
}

export const test = base.extend<StationFixtures>({
  // Playwright reads the names of the fixtures it needs from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'linkstar-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  launch: async ({ folder }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (options) => {
      const station = await launchStation({ home: join(folder, 'home'), ...options })
      ends.push(station.close)
      return station
    })
    await endAll(ends)
  },
  serve: async ({ folder }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (orders) => {
      const server = await startSandbox(join(folder, 'server'), orders)
      ends.push(server.stop)
      return server
    })
    await endAll(ends)
  },
  // oxlint-disable-next-line no-empty-pattern
  printer: async ({}, use) => {
    const printer = await startTcpPrinter()
    await use(printer)
    await printer.close()
  },
  atWork: async ({ launch, serve, printer }, use) => {
    await use((options) => openBench({ launch, serve, printer }, options))
  },
})

export { expect } from '@playwright/test'
