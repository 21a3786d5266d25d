import { setTimeout as pause } from 'node:timers/promises'

const lookEveryMs = 10

/** Looks again and again until the state is there. */
export const waitFor = async (
  what: string,
  isThere: () => Promise<boolean> | boolean,
  mostMs = 60_000,
): Promise<void> => {
  const until = performance.now() + mostMs
  while (!(await isThere())) {
    if (performance.now() > until) throw new Error(`${what}: waited ${mostMs} ms in vain`)
    await pause(lookEveryMs)
  }
}
