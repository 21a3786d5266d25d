import type { World } from './world.ts'

/** Delivers everything that is under way, and what follows from it, until nobody asks for anything. */
export const deliverAll = async (world: World, most = 400): Promise<void> => {
  await world.settle()
  for (let count = 0; count < most; count += 1) {
    const [next] = world.network.underWay()
    if (next === undefined) return
    await world.network.meet(next, 'deliver')
    await world.settle()
  }
  throw new Error('the stations never stop asking')
}
