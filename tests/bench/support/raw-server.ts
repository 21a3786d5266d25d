import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface RawServer {
  readonly url: string
  /** Sends a batch and reads the answer. */
  push(body: string): Promise<void>
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../baseline/raw-server.ts')

/** The baseline server in a process of its own, as the sandbox is. */
export const startRawServer = async (file: string): Promise<RawServer> => {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return {
    url,
    push: async (body) => {
      const answer = await fetch(url, { method: 'POST', body })
      if (!answer.ok) throw new Error(`the baseline server answered ${answer.status}`)
      await answer.json()
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
