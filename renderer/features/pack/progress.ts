import type { LineProgress } from '#shared/contract/views.ts'

type Lines = ReadonlyMap<string, LineProgress>

/** How far each line is, by SKU. What is newer stands beside the rest: a scan changes a few lines of perhaps thousands. */
export interface Progress {
  readonly base: Lines
  readonly recent: Lines
  readonly get: (sku: string) => LineProgress | undefined
}

/** More than these go into the base, all at once. */
const mostRecent = 64

const layered = (base: Lines, recent: Lines): Progress => ({
  base,
  recent,
  get: (sku) => recent.get(sku) ?? base.get(sku),
})

const bySku = (lines: readonly LineProgress[]): Lines =>
  new Map(lines.map((line) => [line.sku, line]))

export const progressOf = (lines: readonly LineProgress[]): Progress =>
  layered(bySku(lines), new Map())

export const withLines = ({ base, recent }: Progress, lines: readonly LineProgress[]): Progress => {
  const newer = new Map([...recent, ...bySku(lines)])
  return newer.size <= mostRecent
    ? layered(base, newer)
    : layered(new Map([...base, ...newer]), new Map())
}

/** The SKUs that may stand otherwise in one than in the other; null where any may. */
export const changedBetween = (one: Progress, other: Progress): Iterable<string> | null =>
  one.base === other.base ? new Set([...one.recent.keys(), ...other.recent.keys()]) : null
