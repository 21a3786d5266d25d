import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { OrderText } from '#tests/support/wire-orders.ts'

/** A carton as the server knows it. */
export interface ServerCarton {
  readonly carton_code: string
  readonly reference_no: string
  readonly box_no: number
  readonly revision: number
  readonly status: string
  readonly weight_g: number
  readonly weight_source: string
  readonly size_mm: { readonly l: number; readonly w: number; readonly h: number }
  readonly box_details: readonly { readonly sku: string; readonly quantity: number }[]
  /** How many times it was told as sealed: once a revision. */
  readonly sealed_facts: number
  /** What the server found odd about it. */
  readonly flags: readonly { readonly code: string; readonly message: string }[]
}

/** The rights to an order line as the server counts them. */
export interface ServerRights {
  readonly reference_no: string
  readonly sku: string
  readonly ordered: number
  readonly pool: number
  readonly granted: readonly { readonly station_id: string; readonly quantity: number }[]
  readonly spent: number
}

/** `npm run sandbox` in a process of its own, on one port for its whole life. */
export interface SandboxProcess {
  readonly url: string
  readonly pairingCode: string
  /** Every carton it has, by code. */
  cartons(): Promise<readonly ServerCarton[]>
  /** Every line of its orders. */
  rights(): Promise<readonly ServerRights[]>
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Comes back on the same port with the same data. */
  start(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly pairingCode: string
}

const open = async (args: readonly string[], port: number): Promise<Running> => {
  const program = join(root, 'scripts/sandbox.ts')
  const child = spawn(process.execPath, [program, '--port', String(port), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = new Map<string, string>()
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name = '', value = ''] = /^([a-z ]+): (.*)$/.exec(line) ?? []
    said.set(name, value)
    const [url, pairingCode] = [said.get('url'), said.get('pairing code')]
    if (url !== undefined && pairingCode !== undefined) {
      child.stdout.resume()
      return { child, url, pairingCode }
    }
  }
  throw new Error('the sandbox server did not start')
}

/** @param database of PostgreSQL; without it, the embedded one */
export const startSandbox = async (
  dataDir: string,
  orders: readonly OrderText[],
  database: string | null = null,
): Promise<SandboxProcess> => {
  mkdirSync(dataDir, { recursive: true })
  for (const order of orders) {
    writeFileSync(join(dataDir, `${order.reference_no}.json`), JSON.stringify(order))
  }
  const args = ['--data', dataDir, ...(database === null ? [] : ['--database', database])]
  const first = await open(args, 0)
  let running: Running | null = first
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = running?.child
    running = null
    if (child === undefined || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    url: first.url,
    pairingCode: first.pairingCode,
    cartons: async () => {
      const answer = await fetch(`${first.url}/v1/sandbox/cartons`)
      return ((await answer.json()) as { cartons: ServerCarton[] }).cartons
    },
    rights: async () => {
      const answer = await fetch(`${first.url}/v1/sandbox/rights`)
      return ((await answer.json()) as { lines: ServerRights[] }).lines
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start: async () => {
      running ??= await open(args, Number(new URL(first.url).port))
    },
  }
}
