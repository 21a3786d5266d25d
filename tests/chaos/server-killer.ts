import type { Observation } from '#tests/crash/witness.ts'
import type { SandboxProcess } from '#tests/e2e/support/sandbox-process.ts'

/** Kills the server in the middle of things and starts it again. */
export interface ServerKiller {
  /** Kills it the `after`th time from now that the station tells how it stands with the server. */
  arm(after: number): void
  observed(observation: Observation): void
  /** Resolves when the server runs; nothing is armed any more. */
  settled(): Promise<void>
  kills(): number
}

export const createServerKiller = (server: SandboxProcess): ServerKiller => {
  let left: number | null = null
  let kills = 0
  let restarted = Promise.resolve()
  const kill = async (): Promise<void> => {
    await server.kill()
    kills += 1
    await server.start()
  }
  return {
    arm: (after) => {
      left = after
    },
    observed: ({ kind }) => {
      if (left === null || kind !== 'sync') return
      left -= 1
      if (left > 0) return
      left = null
      restarted = kill()
    },
    settled: async () => {
      left = null
      await restarted
    },
    kills: () => kills,
  }
}
