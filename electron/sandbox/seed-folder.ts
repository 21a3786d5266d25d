import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { readSeedFile, type SeedFile, type SeedProblem } from './seed-file.ts'

export interface Seeds {
  readonly orders: readonly WireOrder[]
  readonly problems: readonly SeedProblem[]
}

/** Tells a changed file from one that was read before. */
const stamp = (path: string): string => {
  const { mtimeNs, size, ino } = statSync(path, { bigint: true })
  return `${mtimeNs} ${size} ${ino}`
}

const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .toSorted()

/** An order that stands in two files is taken from the first by name; the other is named. */
const gather = (files: readonly SeedFile[]): Seeds => {
  const orders = new Map<string, { readonly file: string; readonly order: WireOrder }>()
  const problems: SeedProblem[] = []
  for (const seed of files) {
    if (!seed.ok) {
      problems.push(...seed.problems)
      continue
    }
    const { file, order } = seed
    const first = orders.get(order.reference_no)
    if (first === undefined) orders.set(order.reference_no, { file, order })
    else {
      const reason = `order ${order.reference_no} is already in ${first.file}`
      problems.push({ file, path: 'reference_no', reason })
    }
  }
  return { orders: [...orders.values()].map(({ order }) => order), problems }
}

/** Watches a folder by looking: each call reads the files that changed since the last. */
export const createSeedFolder = (folder: string) => {
  let known = new Map<string, { readonly stamp: string; readonly seed: SeedFile }>()

  const look = (file: string): { stamp: string; seed: SeedFile } => {
    let now: string
    try {
      now = stamp(join(folder, file))
    } catch {
      // Gone between listing and looking, or not readable: reading it says which.
      now = ''
    }
    const before = known.get(file)
    return before !== undefined && now !== '' && before.stamp === now
      ? before
      : { stamp: now, seed: readSeedFile(folder, file) }
  }

  return {
    /** What the folder holds now, or null when nothing changed since the last call. */
    read: (): Seeds | null => {
      const next = new Map(jsonFiles(folder).map((file) => [file, look(file)] as const))
      const same =
        next.size === known.size && [...next].every(([file, entry]) => known.get(file) === entry)
      const first = known.size === 0
      known = next
      return same && !first ? null : gather([...next.values()].map((entry) => entry.seed))
    },
  }
}
