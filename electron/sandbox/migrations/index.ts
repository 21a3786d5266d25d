import type { Migration } from 'kysely/migration'
import { contract } from './0010-contract.ts'
import { world } from './0020-world.ts'
import { cartonRules } from './0030-carton-rules.ts'

/** By name, in the order they run; released ones never change. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-contract': contract,
  '0020-world': world,
  '0030-carton-rules': cartonRules,
}
