import type { Migration } from './migration.ts'
import { station } from './0010-station.ts'

/** In the order they run. */
export const migrations: readonly Migration[] = [station]
