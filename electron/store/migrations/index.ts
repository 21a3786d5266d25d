import type { Migration } from './migration.ts'
import { station } from './0010-station.ts'
import { restored } from './0015-restored.ts'
import { orderLife } from './0020-order-life.ts'
import { shortWays } from './0025-short-ways.ts'
import { audit } from './0030-audit.ts'
import { scanIds } from './0035-scan-ids.ts'

/** In the order they run. */
export const migrations: readonly Migration[] = [
  station,
  restored,
  orderLife,
  shortWays,
  audit,
  scanIds,
]
