import { AppError } from '#shared/errors.ts'
import { cartonCode, maxCartonSerial, type CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import { prepareLeaseStatements } from './lease-statements.ts'
import type { Outbox } from './outbox.ts'
import { type Grant, leaseCodesCommand, leaseNumbersCommand } from './wire-requests.ts'

type Lease = Extract<Grant, { kind: 'codes' | 'numbers' }>

/** How much is leased at a time, and from when on more is asked for. */
export interface LeaseSizes {
  /** Carton codes in a block; two blocks are kept in hand. */
  readonly codes: number
  /** Carton numbers in a run of one order. */
  readonly numbers: number
  /** A further run is asked for when this many numbers are left. */
  readonly numbersLow: number
}

const defaultSizes: LeaseSizes = { codes: 200, numbers: 50, numbersLow: 10 }
const blocksInHand = 2
const askAgainAfterRefusal = 5 * 60_000

/** Carton codes and numbers that this station alone may use. All calls run inside the caller's transaction. */
export interface Leases {
  /** The next carton code, or null when none is left: then more is asked for, as soon as that may be. */
  takeCode(): CartonCode | null
  /** The next carton number of the order, or null when none is left: then more is asked for, as soon as that may be. */
  takeCartonNo(orderNo: OrderNo): number | null
  /**
   * Whether this station may give just this number to a planned carton: `free` while it is leased here and unused, `coming`
   * when more is asked for, and else it is used, or another station's. Whoever gives it away writes a planned mark down.
   */
  plannedNumber(orderNo: OrderNo, cartonNo: number): 'free' | 'coming' | 'taken'
  /** The server said no to the last request, and nothing was granted since. */
  codesRefused(): boolean
  numbersRefused(orderNo: OrderNo): boolean
  codesLeft(): number
  /** Packable orders whose carton numbers run low. */
  numbersLow(): { orderNo: OrderNo; left: number }[]
}

/** The orders to look after: a few that changed, or all of them. */
export type Supplied = readonly OrderNo[] | 'all'

/** What the sync worker does with leases; packing has no use for it. */
export interface LeaseBook extends Leases {
  /** Asks for whatever runs low: for codes, and for numbers of these orders as far as they can be packed. */
  topUp(orders: Supplied): void
  /**
   * Takes in what the server granted.
   * @throws AppError server-not-linkstar when it overlaps an earlier lease: nothing may be used twice
   */
  add(lease: Lease): void
  /** The server said no to this request: wait before asking again. */
  refused(key: string): void
  /** Ask again at once, refused or not. */
  forgetRefusals(): void
  /** Gives up all that is in hand: after a new enrolment an older copy of this disk might use it too. */
  burn(): void
}

/** Key of the request for carton codes beside those of the orders' numbers; no order number is empty. */
export const codesKey = ''

export const createLeases = (
  store: Store,
  outbox: Outbox,
  clock: () => Date,
  sizes: LeaseSizes = defaultSizes,
): LeaseBook => {
  const statements = prepareLeaseStatements(store)
  const refusedAt = new Map<string, number>()

  const mayAsk = (key: string): boolean => {
    const refused = refusedAt.get(key)
    return refused === undefined || Math.abs(clock().getTime() - refused) >= askAgainAfterRefusal
  }
  const topUpCodes = (): void => {
    const blocks = statements.codes.get({})?.blocks ?? 0
    if (blocks >= blocksInHand || !mayAsk(codesKey)) return
    const request = leaseCodesCommand(sizes.codes)
    if (!outbox.isUnderWay(request.type, null)) outbox.ask(request)
  }
  const askForNumbers = (orderNo: OrderNo): void => {
    const request = leaseNumbersCommand(orderNo, sizes.numbers)
    if (mayAsk(orderNo) && !outbox.isUnderWay(request.type, orderNo)) outbox.ask(request)
  }
  const topUpNumbers = (orderNo: OrderNo): void => {
    const left = statements.numbersLeft.get({ orderNo })?.left ?? 0
    if (left <= sizes.numbersLow) askForNumbers(orderNo)
  }
  const numbersLow = () =>
    statements.low
      .all({ low: sizes.numbersLow })
      .map(({ orderNo, left }) => ({ orderNo: orderNo as OrderNo, left }))
  const addCodes = (first: number, last: number): void => {
    if (last > maxCartonSerial || statements.overlappingBlock.get({ first, last }) !== undefined) {
      throw overlap({ first, last })
    }
    statements.addBlock.run({ first, last })
    refusedAt.delete(codesKey)
    topUpCodes()
  }
  const addNumbers = (orderNo: OrderNo, first: number, last: number): void => {
    if (statements.overlappingRun.get({ orderNo, first, last }) !== undefined) {
      throw overlap({ orderNo, first, last })
    }
    statements.addRun.run({ orderNo, first, last })
    refusedAt.delete(orderNo)
  }

  return {
    takeCode: () => {
      const taken = statements.takeCode.get({})
      topUpCodes()
      return taken === undefined ? null : cartonCode(taken.serial)
    },
    takeCartonNo: (orderNo) => {
      let number = statements.takeNumber.get({ orderNo })?.number ?? null
      // Numbers that planned marks bear are theirs.
      while (number !== null && statements.planned.get({ orderNo, number }) !== undefined) {
        number = statements.takeNumber.get({ orderNo })?.number ?? null
      }
      topUpNumbers(orderNo)
      return number
    },
    plannedNumber: (orderNo, number) => {
      const run = statements.runOf.get({ orderNo, number })
      if (run !== undefined) {
        const isUsed =
          number < run.next || statements.planned.get({ orderNo, number }) !== undefined
        return isUsed ? 'taken' : 'free'
      }
      // Runs only ever grow: what lies below the last one went to another station.
      if (number <= (statements.lastLeased.get({ orderNo })?.last ?? 0)) return 'taken'
      askForNumbers(orderNo)
      return 'coming'
    },
    codesRefused: () => refusedAt.has(codesKey),
    numbersRefused: (orderNo) => refusedAt.has(orderNo),
    codesLeft: () => statements.codes.get({})?.left ?? 0,
    numbersLow,
    topUp: (orders) => {
      topUpCodes()
      if (orders === 'all') {
        for (const { orderNo } of numbersLow()) askForNumbers(orderNo)
        return
      }
      for (const orderNo of orders) {
        if (statements.packable.get({ orderNo }) !== undefined) topUpNumbers(orderNo)
      }
    },
    add: (lease) => {
      if (lease.kind === 'codes') addCodes(lease.first, lease.last)
      else addNumbers(lease.orderNo, lease.first, lease.last)
    },
    refused: (key) => void refusedAt.set(key, clock().getTime()),
    forgetRefusals: () => refusedAt.clear(),
    burn: () => {
      statements.burnBlocks.run({})
      statements.burnRuns.run({})
    },
  }
}

const overlap = (details: Readonly<Record<string, string | number>>): AppError =>
  new AppError('server-not-linkstar', 'the server leased what was leased before', { details })
