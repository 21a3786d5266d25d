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

export const createSeedBox = (db: Database, folder: string): SeedBox => {
  const seedFolder = createSeedFolder(folder)
  let problems: readonly SeedProblem[] = []
  let last: Promise<void> = Promise.resolve()

  const takeIn = async (): Promise<void> => {
    const seeds = seedFolder.read()
    if (seeds === null) return
    problems = seeds.problems
    await importOrders(db, seeds.orders)
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
