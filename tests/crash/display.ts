import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { hasDisplay } from '#scripts/electron-runtime.ts'

/** A screen that nobody looks at, where the machine has none, for as long as the test runs. */
export const openDisplay = async (): Promise<void> => {
  if (hasDisplay()) return
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  onTestFinished(async () => {
    const gone = once(server, 'exit')
    server.kill()
    await gone
    delete process.env['DISPLAY']
  })
  const [, , , answer] = server.stdio
  if (answer == null) throw new Error('Xvfb tells no display')
  for await (const line of createInterface({ input: answer as NodeJS.ReadableStream })) {
    process.env['DISPLAY'] = `:${line}`
    return
  }
  throw new Error('Xvfb did not start')
}
