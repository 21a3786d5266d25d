import type { Logger } from 'pino'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { PackEffect } from '#shared/domain/pack-session.ts'
import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import { AppError } from '#shared/errors.ts'
import type { ParkedCartons } from '#electron/packing/index.ts'
import type { SideLabels } from '#electron/printing/index.ts'
import type { ProblemBoard } from './problem.ts'
import type { Publish } from './publish.ts'

interface DeskParts {
  readonly parked: ParkedCartons
  readonly labels: Pick<SideLabels, 'print'>
  readonly station: string
  readonly problems: Pick<ProblemBoard, 'raise' | 'settle'>
  readonly publish: Publish
  readonly log: Logger
}

/** Cartons off the bench: their temporary labels, and who looks for them. */
export interface ParkingDesk {
  list(): ParkedCarton[]
  /** After a commit of the bench: a carton that was parked gets its label. */
  committed(effects: readonly PackEffect[]): void
  /** The temporary label once more. Throws AppError carton-not-parked. */
  print(code: CartonCode): void
  /** Every temporary label that did not come out once more. @returns how many there were */
  printMissing(): number
}

const moves: ReadonlySet<PackEffect['type']> = new Set([
  'carton-parked',
  'carton-resumed',
  'carton-voided',
])

export const openParkingDesk = (parts: DeskParts): ParkingDesk => {
  const { parked, labels, station, problems, publish, log } = parts
  // The station stopped while they were printing: nobody knows whether they came out.
  for (const { code, label } of parked.list()) {
    if (label === 'due') parked.labelIs(code as CartonCode, 'failed')
  }

  const tell = (): void => {
    const list = parked.list()
    if (list.every(({ label }) => label !== 'failed')) problems.settle('parking-label-failed')
    publish('parked', list)
  }

  const send = async (carton: ParkedCarton): Promise<void> => {
    const code = carton.code as CartonCode
    const { orderNo, cartonNo, units, purpose, operator, parkedAt } = carton
    parked.labelIs(code, 'due')
    tell()
    try {
      await labels.print({
        kind: 'parking',
        orderNo: orderNo as OrderNo,
        cartonCode: code,
        cartonNo,
        units,
        purpose,
        station,
        ...(operator === null ? {} : { operator }),
        parkedAt,
      })
      parked.labelIs(code, 'printed')
    } catch (error) {
      log.warn({ err: error, code }, 'a temporary label did not come out')
      parked.labelIs(code, 'failed')
      if (parked.find(code) !== null) {
        const details = { cartonNo }
        problems.raise(new AppError('parking-label-failed', code, { details, retryable: true }))
      }
    }
    tell()
  }

  const print = (carton: ParkedCarton): void => {
    send(carton).catch(problems.raise)
  }

  return {
    list: parked.list,
    committed: (effects) => {
      if (!effects.some(({ type }) => moves.has(type))) return
      tell()
      for (const effect of effects) {
        if (effect.type !== 'carton-parked') continue
        const carton = parked.list().find(({ code }) => code === effect.carton.code)
        if (carton !== undefined) print(carton)
      }
    },
    print: (code) => {
      const carton = parked.list().find((each) => each.code === code)
      if (carton === undefined) {
        throw new AppError('carton-not-parked', code, { details: { cartonCode: code } })
      }
      print(carton)
    },
    printMissing: () => {
      const missing = parked.list().filter(({ label }) => label === 'failed')
      for (const carton of missing) print(carton)
      return missing.length
    },
  }
}
