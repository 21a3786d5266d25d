import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { createSandbox, type Sandbox } from '#electron/sandbox/index.ts'
import { tempFolder } from './temp-folder.ts'
import { testDatabase } from './test-database.ts'

interface ReportedCarton {
  readonly carton_code: string
  readonly reference_no: string
  readonly box_no: number
  readonly status: string
  readonly sealed_facts: number
}
export interface CartonReport {
  readonly cartons: readonly ReportedCarton[]
  readonly flags: readonly { readonly code: string; readonly message: string }[]
}

/** A real sandbox over HTTP, on SQLite or on PostgreSQL as the test project says, that can be stopped and started again on the same data. */
export interface SandboxServer {
  readonly url: string
  readonly port: number
  readonly pairingCode: string
  readonly dataDir: string
  place(order: WireOrder): void
  report(): Promise<CartonReport>
  stop(): Promise<void>
  start(): Promise<void>
}

export const startSandboxServer = async (...orders: WireOrder[]): Promise<SandboxServer> => {
  const dataDir = tempFolder()
  const place = (order: WireOrder): void =>
    writeFileSync(join(dataDir, `${order.reference_no}.json`), JSON.stringify(order))
  for (const order of orders) place(order)

  const database = await testDatabase()
  const open = (port: number): Promise<Sandbox> =>
    createSandbox({
      dataDir,
      ...(database === null ? {} : { database }),
      port,
      host: '127.0.0.1',
      clock: () => new Date(),
    })
  let sandbox: Sandbox | null = await open(0)
  const { url } = sandbox
  const { pairingCode } = sandbox
  const port = Number(new URL(url).port)
  const stop = async (): Promise<void> => {
    const running = sandbox
    sandbox = null
    await running?.close()
  }
  onTestFinished(stop)
  return {
    url,
    port,
    dataDir,
    get pairingCode() {
      return sandbox?.pairingCode ?? pairingCode
    },
    place,
    report: async () => {
      const answer = await fetch(`${url}/v1/sandbox/cartons`)
      return (await answer.json()) as CartonReport
    },
    stop,
    start: async () => {
      sandbox = await open(port)
    },
  }
}
