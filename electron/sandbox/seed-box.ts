import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { importOrders } from './import-orders.ts'
import type { SeedProblem } from './seed-file.ts'
import { createSeedFolder } from './seed-folder.ts'

/** The orders of a folder, brought onto the feeds. */
export interface SeedBox {
  /** Takes in what changed in the folder since the last time. */
  refresh(): Promise<void>
  /** What is wrong in the folder now. */
  problems(): readonly SeedProblem[]
}

/** @param asServed what the server makes of the orders that it finds; nothing else unless told */
export const createSeedBox = (
  db: Database,
  folder: string,
  asServed: (orders: readonly WireOrder[]) => Promise<readonly WireOrder[]> = (orders) =>
    Promise.resolve(orders),
): SeedBox => {
  const seedFolder = createSeedFolder(folder)
  let problems: readonly SeedProblem[] = []
  let last: Promise<void> = Promise.resolve()

  const takeIn = async (): Promise<void> => {
    const seeds = seedFolder.read()
    if (seeds === null) return
    problems = seeds.problems
    await importOrders(db, await asServed(seeds.orders))
  }

  return {
    refresh: () => {
      const after = last.then(takeIn)
      // One at a time; a failure is told to its own caller and does not end the queue.
      last = after.catch(() => undefined)
      return after
    },
    problems: () => problems,
  }
}
