import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BenchStation, ScanTimes } from './bench-station.ts'
import { goodsCode } from './goods.ts'

const unitsACarton = 50

/** Scans unit after unit, carton after carton. */
export interface ScanRounds {
  /** One scan into a carton that is open. */
  next(): Promise<ScanTimes>
}

export const createScanRounds = (station: BenchStation): ScanRounds => {
  let turn = 0
  const begin = async (): Promise<void> => {
    const { state } = await station.ask('bench.snapshot', undefined)
    if (state.carton !== null) {
      await station.ask('cartons.void', { code: state.carton.code, reason: 'full' })
    }
    // The scan that opens a carton does more than the others; packers make it once a carton.
    station.scan(goodsCode(0))
  }
  const expectUnits = async (units: number): Promise<void> => {
    const { state } = await station.ask('bench.snapshot', undefined)
    if (state.carton?.units === units) return
    throw new Error(
      `${units} scans made ${state.carton?.units ?? 0} units: ${state.feedback?.outcome}`,
    )
  }
  return {
    next: async () => {
      if (turn % unitsACarton === 0) await begin()
      turn += 1
      await nextTurn()
      const times = station.scan(goodsCode(turn))
      if (turn % unitsACarton === 0) await expectUnits(unitsACarton + 1)
      return times
    },
  }
}
