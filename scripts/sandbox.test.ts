import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { enrolStation } from '#tests/support/linkstar-station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const run = (...args: string[]) => {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'sandbox.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      for (const look of waiting) look()
    })
  }
  const exit = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    exit,
    output: () => output,
    /** Resolves with what the pattern's group matched once it has been printed. */
    printed: (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output)?.[1]
          if (found !== undefined) resolve(found)
        }
        waiting.add(look)
        look()
        void exit.then((code) => reject(new Error(`ended with ${code}: ${output}`)))
      }),
  }
}

it.each([
  [['--data', 'x'], '--port is missing'],
  [['--port', '70000', '--data', 'x'], '--port must be a number'],
  [['--port', '0'], '--data is missing'],
  [['--colour', 'red'], '--colour'],
  [['--port', '0', '--data', 'x', '--database', 'mysql://db'], '--database must be postgres'],
])('%j ends with 2 and says what is wrong', async (args, message) => {
  const { exit, output } = run(...args)
  expect(await exit).toBe(2)
  expect(output()).toContain(message)
  expect(output()).toContain('Usage: npm run sandbox')
})

it.each(['SIGINT', 'SIGTERM'] as const)('serves its folder until %s', async (signal) => {
  const dataDir = tempFolder()
  writeFileSync(join(dataDir, 'bad.json'), '{}')
  const { child, exit, output, printed } = run('--port', '0', '--data', dataDir)
  const pairingCode = await printed(/pairing code: (\S+)/)
  const url = await printed(/url: (\S+)/)
  expect(output()).toContain('bad.json: reference_no is missing')
  const station = await enrolStation({ url, pairingCode })
  expect(await station.get('/v1/changes')).toMatchObject({ status: 200 })
  child.kill(signal)
  expect(await exit).toBe(0)
})
