import { cpSync } from 'node:fs'
import { openStore } from '#electron/store/index.ts'
import { endlessOrder } from './endless-order.ts'
import { startSandboxServer } from './sandbox-server.ts'
import { wireOrder } from './stocking-order.ts'
import { readyToPack } from './sync-expectations.ts'
import { startSyncStation } from './sync-station.ts'
import { tempFolder } from './temp-folder.ts'

/** The data folder of a station that was enrolled at a real server, with codes, numbers and rights for years. */
export const packingFolder = async (): Promise<string> => {
  const folder = tempFolder()
  const server = await startSandboxServer(
    wireOrder(endlessOrder, {
      lines: [
        { line_no: 1, sku: 'SKU-A', plan_qty: 900_000 },
        { line_no: 2, sku: 'SKU-B', plan_qty: 5 },
      ],
    }),
  )
  const station = startSyncStation(server)
  await readyToPack(station)
  await station.restart((home) => cpSync(home, folder, { recursive: true }))
  await station.worker.close()
  const store = openStore(folder)
  store.transaction(() => {
    const range = { first: 5_000_000, last: 6_000_000, next: 5_000_000 }
    store
      .prepare()((db) => db.insertInto('code_blocks').values(range))
      .run({})
    const run = { first: 10_000, last: 900_000, next: 10_000, order_no: endlessOrder }
    store
      .prepare()((db) => db.insertInto('number_runs').values(run))
      .run({})
    const granted = store.prepare()((db) =>
      db.updateTable('order_lines').set({ granted: 900_000 }).where('sku', '=', 'SKU-A'),
    )
    granted.run({})
  })
  store.close()
  return folder
}
