import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** Parent by process id, of all that run now. */
const parents = (): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      // The name stands in brackets and may hold anything; state and parent follow it.
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      found.set(Number(entry), Number(parent))
    } catch {
      // It has ended in the meantime.
    }
  }
  return found
}

const signal = (pid: number, name: 'SIGSTOP' | 'SIGKILL'): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It went with its parent.
  }
}

/** Ends a process and everything it has started, without a word, as a power cut does. */
export const killTree = (root: number): void => {
  // From here on it does nothing more, and its children can still be found.
  signal(root, 'SIGSTOP')
  const parentOf = parents()
  const doomed = new Set([root])
  for (let before = 0; before < doomed.size;) {
    before = doomed.size
    for (const [pid, parent] of parentOf) if (doomed.has(parent)) doomed.add(pid)
  }
  for (const pid of doomed) signal(pid, 'SIGKILL')
}

/** A program that is going to be killed once. */
export interface Victim {
  is(program: ChildProcess): void
  /** Kills it with all its children, the first time. */
  kill(): void
  readonly isKilled: boolean
  /** Resolves when it is killed. */
  readonly killed: Promise<void>
  /** Resolves when it has ended. */
  gone(): Promise<void>
}

export const createVictim = (): Victim => {
  let victim: ChildProcess | null = null
  let isKilled = false
  const killing = Promise.withResolvers<void>()
  return {
    is: (program) => {
      victim = program
    },
    kill: () => {
      if (isKilled || victim?.pid === undefined) return
      isKilled = true
      killTree(victim.pid)
      killing.resolve()
    },
    killed: killing.promise,
    get isKilled() {
      return isKilled
    },
    gone: async () => {
      if (victim?.exitCode === null && victim.signalCode === null) await once(victim, 'exit')
    },
  }
}
