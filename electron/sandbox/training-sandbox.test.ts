import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { enrolStation } from '#tests/support/linkstar-station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { startTrainingSandbox } from './training-sandbox.ts'

const workerUrl = new URL('./sandbox-worker.ts', import.meta.url)
const mugs = wireOrder('BH20261123-0047', [[wireSku('MUG', '6971000000010'), 12]])

it('serves the shipped orders from a thread of its own and keeps what stations told', async () => {
  const seedDir = tempFolder()
  const dataDir = tempFolder()
  writeFileSync(join(seedDir, 'mugs.json'), JSON.stringify(mugs))
  writeFileSync(join(seedDir, 'bad.json'), '{')
  const first = await startTrainingSandbox({ workerUrl, dataDir, seedDir })
  expect(first.seedProblems).toMatchObject([{ file: 'bad.json' }])
  const station = await enrolStation(first)
  expect(await station.get('/v1/changes')).toMatchObject({
    status: 200,
    body: {
      changes: [
        {
          order: {
            reference_no: 'BH20261123-0047',
            // However long ago they were written: nobody should train on orders that are overdue.
            created_at: expect.not.stringContaining(mugs.created_at.slice(0, 10)) as unknown,
          },
        },
      ],
    },
  })
  await first.close()
  await first.close()

  const second = await startTrainingSandbox({ workerUrl, dataDir, seedDir })
  expect(second.pairingCode).toBe(first.pairingCode)
  const response = await fetch(`${second.url}/v1/changes`, {
    headers: { authorization: `Bearer ${station.token}` },
  })
  expect(response.status).toBe(200)
  await response.body?.cancel()
  await second.close()
})

it('says why it cannot start', async () => {
  const dataDir = tempFolder()
  const seedDir = tempFolder()
  const first = await startTrainingSandbox({ workerUrl, dataDir, seedDir })
  await expect(startTrainingSandbox({ workerUrl, dataDir, seedDir })).rejects.toMatchObject({
    code: 'store-in-use',
  })
  await first.close()
  const missing = join(seedDir, 'nowhere')
  await expect(
    startTrainingSandbox({ workerUrl, dataDir, seedDir: missing }),
  ).rejects.toMatchObject({ message: expect.stringContaining('nowhere') as unknown })
  const noWorker = new URL('./no-such-worker.ts', import.meta.url)
  await expect(
    startTrainingSandbox({ workerUrl: noWorker, dataDir, seedDir }),
  ).rejects.toMatchObject({ code: 'internal' })
})
