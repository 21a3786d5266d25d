import { deliverAll } from './calm.ts'
import type { Stage } from './packer.ts'
import type { Station } from './world.ts'

/** Longer than any wait of a station after a failure, and than its look for changes. */
const round = 16_000
const tokenEnded: ReadonlySet<string> = new Set([
  'enrol-again',
  'not-enrolled',
  'pairing-code-wrong',
])

/** What only a person can do. */
const help = (station: Station, pairingCode: string): void => {
  const { decisions, bench, worker } = station.life
  for (const { id } of decisions.list()) decisions.resolve(id, 'follow-server')
  bench.ordersChanged()
  worker.wake()
  const { problem } = worker.status()
  if (problem !== null && tokenEnded.has(problem.code)) worker.enrol(pairingCode)
}

const isQuiet = ({ life }: Station): boolean => {
  const { state, pending } = life.worker.status()
  return state === 'online' && pending === 0 && life.decisions.list().length === 0
}
const mostRounds = 8

/** The faults end: everything arrives, printers print, time passes, and people answer what they are asked. */
export const drain = async ({ world, onStations }: Stage): Promise<void> => {
  for (const { paper } of world.stations) paper.mend()
  await deliverAll(world)
  // At most as many rounds as it takes to be told, to enrol, to push and to pull, each after one wait.
  for (let count = 0, quiet = false; count < mostRounds && !quiet; count += 1) {
    for (const station of world.stations) help(station, world.pairingCode)
    world.pass(round)
    await deliverAll(world)
    quiet = world.stations.every(isQuiet)
  }
  onStations.check()
  world.onServer.check()
}
