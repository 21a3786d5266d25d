import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '#electron/store/index.ts'
import { endlessGoods, endlessOrder } from '#tests/support/endless-order.ts'
import { openPackingBench } from '#tests/support/packing-bench.ts'
import { packingFolder } from '#tests/support/packing-folder.ts'
import { storeDigest } from '#tests/support/store-digest.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
const walHeader = 32
const walFrame = 24 + 4_096

interface Moment {
  /** Frames in the log when the state was read. */
  readonly frames: number
  readonly digest: string
}

/** Packs in `folder` and leaves it as a power cut does: the log is not played into the store. */
const packAndCutPower = async (folder: string, steps: number) => {
  const from = await packingFolder()
  const store = openStore(from)
  const log = `${store.file}-wal`
  const history: Moment[] = []
  const remember = (): void => {
    const frames = Math.max(0, statSync(log).size - walHeader) / walFrame
    if (history.at(-1)?.frames !== frames) history.push({ frames, digest: storeDigest(store.file) })
  }
  const packing = openPackingBench({
    // Whoever commits, the state after it is remembered.
    store: {
      ...store,
      transaction: (work) => {
        remember()
        const made = store.transaction(work)
        remember()
        return made
      },
    },
    orderNo: endlessOrder,
    goods: endlessGoods,
    unitsACarton: 3,
    onFault: (error) => {
      throw error
    },
  })
  onTestFinished(async () => {
    await packing.close()
    store.close()
  })
  for (let step = 0; step < steps; step += 1) {
    packing.step()
    remember()
    await new Promise(setImmediate)
    remember()
  }
  copyFileSync(store.file, join(folder, 'station.db'))
  return { history, log: readFileSync(log) }
}

it('a power cut after any frame of the log leaves a state that once was, never later than what was written', async () => {
  const folder = tempFolder()
  const { history, log } = await packAndCutPower(folder, 15)
  const base = readFileSync(join(folder, 'station.db'))
  const last = history.at(-1)?.frames ?? 0
  expect(log.length).toBe(walHeader + last * walFrame)
  const states = history.map(({ digest }) => digest)
  let reached = 0
  for (let frames = 0; frames <= last; frames += 1) {
    const cut = tempFolder()
    const file = join(cut, 'station.db')
    writeFileSync(file, base)
    writeFileSync(`${file}-wal`, log.subarray(0, walHeader + frames * walFrame))
    const store = openStore(cut)
    store.close()
    const state = states.indexOf(storeDigest(file))
    // The newest state whose frames are all there: nothing acknowledged is missing, nothing half is there.
    const whole = history.findLastIndex((moment) => moment.frames <= frames)
    expect(state).toBe(states.indexOf(history[whole]?.digest ?? ''))
    expect(state).toBeGreaterThanOrEqual(reached)
    reached = state
  }
  process.stderr.write(`${last + 1} cuts, ${new Set(states).size} states\n`)
}, 60_000)
