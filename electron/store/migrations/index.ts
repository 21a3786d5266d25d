import type { Migration } from './migration.ts'
import { station } from './0010-station.ts'
import { restored } from './0015-restored.ts'
import { orderLife } from './0020-order-life.ts'
import { shortWays } from './0025-short-ways.ts'
import { audit } from './0030-audit.ts'
import { scanIds } from './0035-scan-ids.ts'
import { printHolds } from './0036-print-holds.ts'
import { plannedMarks } from './0037-planned-marks.ts'
import { openLines } from './0038-open-lines.ts'
import { skuCartons } from './0039-sku-cartons.ts'
import { signedIn } from './0040-signed-in.ts'
import { firstScan } from './0041-first-scan.ts'
import { parkedCartons } from './0042-parked-cartons.ts'
import { relabellings } from './0043-relabellings.ts'
import { packMode } from './0044-pack-mode.ts'
import { cartonLife } from './0045-carton-life.ts'
import { cartonPlans } from './0050-carton-plans.ts'
import { goodsExceptions } from './0051-goods-exceptions.ts'
import { shiftHandovers } from './0052-shift-handovers.ts'
import { measuredSize } from './0053-measured-size.ts'
import { skuPhotos } from './0054-sku-photos.ts'
import { orderPallets } from './0055-order-pallets.ts'
import { exceptionPhotos } from './0056-exception-photos.ts'
import { labelBytes } from './0057-label-bytes.ts'
import { benchNoted } from './0058-bench-noted.ts'
import { requestsUnderWay } from './0059-requests-under-way.ts'

/** In the order they run. */
export const migrations: readonly Migration[] = [
  station,
  restored,
  orderLife,
  shortWays,
  audit,
  scanIds,
  printHolds,
  plannedMarks,
  openLines,
  skuCartons,
  signedIn,
  firstScan,
  parkedCartons,
  relabellings,
  packMode,
  cartonLife,
  cartonPlans,
  goodsExceptions,
  shiftHandovers,
  measuredSize,
  skuPhotos,
  orderPallets,
  exceptionPhotos,
  labelBytes,
  benchNoted,
  requestsUnderWay,
]
