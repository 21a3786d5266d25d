import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const program = join(import.meta.dirname, '../../scripts/sandbox.ts')

it('says that its port is taken, ends, and leaves its data free for another port', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const folder = tempFolder()

  const args = [program, '--port', String(port), '--data', folder]
  await expect(promisify(execFile)(process.execPath, args)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(
      `port ${port} on 127.0.0.1 is already in use by another program`,
    ) as string,
  })
  const { url } = await startServer([], { folder })
  expect((await fetch(`${url}/openapi.json`)).status).toBe(200)
})
