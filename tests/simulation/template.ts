import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#electron/sandbox/database.ts'
import { deliverAll } from './calm.ts'
import { seedOrders } from './seed-orders.ts'
import { type Begin, openWorld, serverFolder } from './world.ts'

/** Memory that looks like a disk, where there is one: what a killed process leaves is there as on any disk. */
const memory = '/dev/shm'

/**
 * What histories begin with, made once, since migrating and enrolling takes longer than most of them: a server with two
 * orders and so many stations that are enrolled there and have their first leases in hand.
 */
export interface Template {
  readonly stations: number
  copy(): Begin
  remove(): void
}

export const makeTemplate = async (stations: number): Promise<Template> => {
  const root = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'linkstar-simulation-'))
  const folder = join(root, 'template')
  const server = serverFolder(folder)
  mkdirSync(server, { recursive: true })
  for (const order of seedOrders) {
    writeFileSync(join(server, `${order.reference_no}.json`), JSON.stringify(order))
  }
  const db = await openDatabase(join(server))
  await db.updateTable('server').set({ next_serial: 1 }).execute()
  const { pairing_code: pairingCode } = await db
    .selectFrom('server')
    .select('pairing_code')
    .executeTakeFirstOrThrow()
  await db.destroy()

  const secrets: (string | null)[] = Array.from({ length: stations }, () => null)
  const world = openWorld({ folder, pairingCode, secrets }, {}, (index, secret) => {
    secrets[index] = secret
  })
  await deliverAll(world)
  await world.close()
  let copies = 0
  return {
    stations,
    copy: () => {
      copies += 1
      const copy = join(root, String(copies))
      rmSync(join(root, String(copies - 1)), { recursive: true, force: true })
      cpSync(folder, copy, { recursive: true })
      return { folder: copy, pairingCode, secrets: [...secrets] }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
