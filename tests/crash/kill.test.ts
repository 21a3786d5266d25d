import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { packingFolder } from '#tests/support/packing-folder.ts'
import { openStore } from '#electron/store/index.ts'
import { bundlePacker } from './bundle-packer.ts'
import { followHistory, type Told } from './packing-history.ts'

const rounds = Number(process.env['ROUNDS'] ?? 1_000)
const mostSteps = 60

/** Lets the packer work for some steps and kills it. @returns what it said */
const packAndKill = async (
  program: string,
  folder: string,
  steps: number,
): Promise<readonly Told[]> => {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  let text = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (piece: string) => {
    text += piece
    if (text.split('\n').length > steps) child.kill('SIGKILL')
  })
  await Promise.all([gone, once(child.stdout, 'close')])
  expect(child.signalCode).toBe('SIGKILL')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told)
}

it(`${rounds} times kill -9 in the middle of packing: what was acknowledged is there, nothing comes twice`, async () => {
  const program = await bundlePacker()
  const folder = await packingFolder()
  const history = followHistory(folder)
  let told = 0
  for (let round = 0; round < rounds; round += 1) {
    // A fixed walk over all lengths: a failure can be repeated, as far as a kill can.
    const steps = 1 + ((round * 37) % mostSteps)
    const said = await packAndKill(program, folder, steps)
    told += said.length
    history.check(said)
    if (round % 100 === 99) process.stderr.write(`${round + 1} kills\n`)
  }
  const store = openStore(folder)
  expect(store.endedUncleanly).toBe(true)
  store.close()
  const { scans, cartons, untold } = history
  process.stderr.write(
    `${rounds} kills: ${told} steps told, ${scans} scans and ${cartons} cartons stored; ` +
      `${untold} scans were committed and cut off before they were told\n`,
  )
}, 7_200_000)
