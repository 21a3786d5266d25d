import { markSet } from '#shared/domain/box-mark.ts'
import { AppError } from '#shared/errors.ts'
import type { BenchState } from '#shared/contract/views.ts'
import { equal, hold } from './invariants.ts'
import {
  ownFacts,
  type ReadCarton,
  type Reading,
  sealedStates,
  unitsIn,
} from './station-reading.ts'
import type { Station, World } from './world.ts'

/** Where the packer stands: what the screen says, but for the labels, which print by themselves. */
export const standing = ({ bench }: Station['life']) => {
  const state: BenchState = bench.snapshot().state
  const { carton } = state
  return {
    orderNo: state.orderNo,
    step: state.step === 'scan-back' ? 'marking' : state.step,
    carton: carton && {
      code: carton.code,
      revision: carton.revision,
      contents: carton.contents.filter(({ quantity }) => quantity > 0),
      gross: carton.gross,
    },
    lines: state.lines,
    pallet: state.pallet,
    packed: state.packed,
    locked: state.locked,
    times: state.times,
    mode: state.mode,
    lastVerified: state.lastVerified,
  }
}

/** Looks at the stations from outside: their stores, their paper, and what their packers did. */
export interface StationWatch {
  /** Checks whatever changed since the last call. */
  check(): void
  reading(index: number): Reading
  /** A label was held under the scanner. */
  scanned(index: number, code: string, revision: number): void
  /** The packer stands where he stood, though the program was killed. */
  survived(station: Station, before: ReturnType<typeof standing>): void
  readonly cartons: number
  readonly scans: number
}

/** A station that was restored cannot tell that a label came out before it is enrolled again; its job stays uncertain. */
const isToldBefore = (fault: unknown): boolean =>
  fault instanceof AppError && fault.code === 'not-enrolled'

/** Labels go on printing after the restart, and the last of them marks the carton. */
const unprinted = (reading: Reading): string => ownFacts(reading).replaceAll('"marked"', '"sealed"')

const places = ({ contents }: ReadCarton): number =>
  markSet(Object.keys(contents).length, '100x150').length

const isSealed = (station: Station | undefined, code: string): boolean => {
  const carton = station?.life.read().cartons.find((each) => each.code === code)
  return carton !== undefined && sealedStates.has(carton.state)
}

const nothing: Reading = {
  cartons: [],
  lines: [],
  scans: 0,
  parked: [],
  pallets: [],
  inHand: null,
}

/** What was verified since an order has a pallet stands on one of its pallets, whatever is no more verified on none. */
const checkPallets = ({ cartons, pallets }: Reading, station: number): void => {
  for (const carton of cartons) {
    const { code, state, verified_after: after } = carton
    const own = pallets.filter(({ order_no }) => order_no === carton.order_no)
    const bears = pallets.filter((pallet) => pallet.cartons.includes(code))
    const told = `${code} at station ${station} is ${state} and on ${bears.length} pallets`
    hold(8, bears.length <= 1 && bears.every((pallet) => own.includes(pallet)), () => told)
    const isStacked = own.some(({ after_scan }) => after !== null && after_scan < after)
    if (state !== 'verified') hold(8, bears.length === 0, () => told)
    else if (isStacked) hold(8, bears.length === 1, () => told)
  }
}

/** The screen counts what stands on the pallet. */
const checkCounter = ({ bench }: Station['life'], { cartons, pallets }: Reading): void => {
  const { orderNo, pallet, lines } = bench.snapshot().state
  const own = pallets.filter(({ order_no }) => order_no === orderNo)
  const current = own.toSorted((one, other) => other.turn - one.turn)[0]
  const shown = pallet === null ? null : [pallet.no, pallet.label, pallet.cartons]
  const { pallet_no, label, cartons: codes = [] } = current ?? {}
  equal(
    8,
    shown,
    current === undefined ? null : [pallet_no, label, codes.length],
    `pallet of ${orderNo}`,
  )
  for (const { sku, onPallet } of lines) {
    const holding = cartons.filter((each) => codes.includes(each.code) && sku in each.contents)
    equal(8, onPallet, holding.length, `cartons with ${sku} on pallet ${pallet_no} of ${orderNo}`)
  }
}

export const watchStations = ({ stations, deeds }: World): StationWatch => {
  const owners = new Map<string, string>()
  const scans = new Map<string, number>()
  const verified = new Set<string>()
  const labels = new Map<string, string>()
  const seen = stations.map(() => ({ life: null as unknown, changes: -1, labels: 0 }))
  const readings: Reading[] = []

  const checkPaper = ({ index, paper }: Station): void => {
    const at = seen[index]
    if (at === undefined) return
    for (const { mark, label } of paper.came.slice(at.labels)) {
      const { cartonCode, revision } = mark
      if (deeds.forgotten.has(cartonCode)) continue
      const carton = `${cartonCode} revision ${revision}`
      const identity = `${carton} side ${label.side} page ${label.page} copy ${label.copy}`
      hold(6, !labels.has(identity), () => `${identity} went to the printer twice`)
      const text = JSON.stringify(mark)
      labels.set(identity, text)
      const first = labels.get(carton) ?? text
      labels.set(carton, first)
      hold(5, first === text, () => `${carton} has two marks`)
    }
    at.labels = paper.came.length
  }

  const checkCarton = (index: number, carton: ReadCarton): void => {
    const { code, revision, state } = carton
    const owner = `${carton.carton_no} of ${carton.order_no} at station ${index}`
    const known = owners.get(code) ?? owner
    hold(3, known === owner, () => `${code} is carton ${known} and ${owner}`)
    owners.set(code, owner)
    const life = `${code} ${revision}`
    if (state !== 'verified' || verified.has(life)) return
    verified.add(life)
    const count = scans.get(`${index} ${code} ${carton.mark_revision}`) ?? 0
    hold(7, count >= places(carton), () => `${life} is verified after ${count} scans of its marks`)
  }

  const checkStore = (station: Station): Reading => {
    const { index, life } = station
    const reading = life.read()
    for (const carton of reading.cartons) checkCarton(index, carton)
    for (const { code } of reading.cartons.filter(({ state }) => state === 'open')) {
      const lies = [reading.inHand, ...reading.parked].filter((each) => each === code).length
      hold(8, lies === 1, () => `${code} at station ${index} is open in ${lies} places`)
    }
    for (const code of reading.parked) {
      const isOpen = reading.cartons.some((each) => each.code === code && each.state === 'open')
      hold(8, isOpen, () => `${code} at station ${index} is parked and not open`)
    }
    for (const line of reading.lines) {
      const inside = unitsIn(reading.cartons, line, (state) => state !== 'voided')
      const told = `${line.sku} of ${line.order_no} at station ${index}`
      hold(12, inside === line.packed, () => `${told}: ${line.packed} packed, ${inside} in cartons`)
    }
    checkPallets(reading, index)
    checkCounter(life, reading)
    return reading
  }

  return {
    reading: (index) => readings[index] ?? nothing,
    check: () => {
      for (const station of stations) {
        const { index, life } = station
        const fault = life.faults.find((each) => !isToldBefore(each))
        if (fault !== undefined) throw new Error('a station failed', { cause: fault })
        checkPaper(station)
        const at = seen[index]
        const changes = life.store.changes()
        if (at === undefined || (at.life === life && at.changes === changes)) continue
        at.life = life
        at.changes = changes
        readings[index] = checkStore(station)
      }
    },
    scanned: (index, code, revision) => {
      // Before its seal the scan of a mark that was printed ahead proves nothing of what is on the carton.
      if (revision === 0 && !isSealed(stations[index], code)) return
      const key = `${index} ${code} ${revision}`
      scans.set(key, (scans.get(key) ?? 0) + 1)
    },
    survived: (station, before) => {
      equal(8, standing(station.life), before, `after a crash of station ${station.index}`)
      const known = readings[station.index]
      const now = station.life.read()
      if (known !== undefined) equal(8, unprinted(now), unprinted(known), 'the store after a crash')
    },
    get cartons() {
      return owners.size
    },
    get scans() {
      return readings.reduce((sum, reading) => sum + reading.scans, 0)
    },
  }
}
