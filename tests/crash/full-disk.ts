// Packs on a small disk until it is full, a while longer, and on once there is room again; says at the end what it saw.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { openStore } from '#electron/store/index.ts'
import { endlessGoods, endlessOrder } from '#tests/support/endless-order.ts'
import { openPackingBench } from '#tests/support/packing-bench.ts'

const [folder = ''] = process.argv.slice(2)
const ballast = join(folder, 'ballast')
writeFileSync(ballast, Buffer.alloc(1_500_000))

const store = openStore(folder)
const faults: string[] = []
const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error))
const packing = openPackingBench({
  store,
  orderNo: endlessOrder,
  goods: endlessGoods,
  unitsACarton: 6,
  onFault: (error) => faults.push(codeOf(error)),
})

/** Packs until something fails. @returns how many steps were done */
const packUntilFault = async (most: number): Promise<number> => {
  for (let step = 0; step < most; step += 1) {
    try {
      packing.step()
    } catch (error) {
      faults.push(codeOf(error))
      return step
    }
    await new Promise(setImmediate)
  }
  return most
}
const stored = (): Record<string, unknown> => {
  const database = new Database(store.file, { readonly: true })
  try {
    return {
      ...database
        .prepare<[], Record<string, unknown>>(
          `select (select packed from order_lines where sku = 'SKU-A') as packed,
            (select count(*) from scans where outcome = 'accepted' and undone = 0) as scans,
            (select coalesce(sum(quantity), 0) from carton_contents) as contents,
            (select last_seq from station) - (select count(*) from outbox where epoch = 1) as gaps`,
        )
        .get(),
      check: database.pragma('integrity_check', { simple: true }),
    }
  } finally {
    database.close()
  }
}

const before = await packUntilFault(100_000)
const shown = packing.state().packed
const whenFull = stored()
const refused: number[] = []
while (refused.length < 20) refused.push(await packUntilFault(1))
const stillFull = stored()
rmSync(ballast)
const after = await packUntilFault(60)
const atEnd = stored()
await packing.close()
store.close()
process.stdout.write(
  JSON.stringify({
    before,
    shown,
    whenFull,
    refused,
    stillFull,
    after,
    atEnd,
    faults: [...new Set(faults)],
  }),
)
