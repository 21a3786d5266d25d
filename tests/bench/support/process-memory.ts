import { readdirSync, readFileSync } from 'node:fs'

const parentOf = (pid: string): string | undefined => {
  try {
    // The name in brackets may hold anything: the parent is the second field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
  } catch {
    return undefined
  }
}

const pssOf = (pid: string): number => {
  try {
    const [, kilobytes = '0'] =
      /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    // It has ended since it was listed.
    return 0
  }
}

/** Proportional set size of a process and all its descendants, in MB. Linux only. */
export const treeMemory = (root: number): number => {
  const children = new Map<string, string[]>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(pid)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const sum = (pid: string): number =>
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), pssOf(pid))
  return sum(String(root))
}
