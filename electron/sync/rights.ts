import type { CartonContent } from '#shared/domain/carton.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import type { Outbox } from './outbox.ts'
import { prepareRightsStatements } from './rights-statements.ts'
import type { Supplied } from './leases.ts'
import { rightsCommand } from './wire-requests.ts'

/** Rights to pack units of an order line: a bounded counter, of which this station spends only its own share. */
export interface Rights {
  /** Units of this SKU were packed: asks for more when few are left, as the caller knows and then the store. */
  spent(orderNo: OrderNo, sku: Sku, left: number): void
  /** A scan could not be taken for want of rights: asks for more, as soon as it may. */
  missed(orderNo: OrderNo, sku: Sku, units: number): void
  /** The server was asked and had none, or said no: others hold the rest. */
  withheld(orderNo: OrderNo, sku: Sku): boolean
  /** Nobody finds these units here: rights to them go back, and are asked for again only when some turn up. */
  short(orderNo: OrderNo, sku: Sku, units: number): void
  /** Gives back what is granted and not packed. */
  giveBack(orderNo: OrderNo): void
}

/** What the sync worker does with rights. All calls run inside the caller's transaction. */
export interface RightsBook extends Rights {
  /** Asks for what runs low; of orders that are over it gives back what is held. */
  topUp(orders: Supplied): void
  add(orderNo: OrderNo, lines: readonly CartonContent[]): void
  refused(orderNo: OrderNo): void
  forgetRefusals(): void
  /** Gives up what is not in a sealed carton: after a new enrolment the server alone knows what this station holds. */
  burn(): void
}

export interface RightsSizes {
  /** Units of a line that are asked for at a time. */
  readonly units: number
  /** More is asked for when this many are left. */
  readonly low: number
}

const defaultSizes: RightsSizes = { units: 1000, low: 250 }
/** The pool was empty, or the server said no. */
const askAgainAfter = 30_000

export const createRights = (
  store: Store,
  outbox: Outbox,
  clock: () => Date,
  sizes: RightsSizes = defaultSizes,
): RightsBook => {
  const statements = prepareRightsStatements(store)
  const emptyAt = new Map<string, number>()
  const key = (orderNo: OrderNo, sku: Sku | ''): string => `${orderNo} ${sku}`

  const mayAsk = (orderNo: OrderNo, sku: Sku | ''): boolean => {
    const at = emptyAt.get(key(orderNo, sku))
    return at === undefined || Math.abs(clock().getTime() - at) >= askAgainAfter
  }
  /** Closed here, or ended elsewhere. */
  const isOver = (orderNo: OrderNo): boolean => statements.over.get({ orderNo }) !== undefined

  /** @param least units that are wanted at once */
  const ask = (orderNo: OrderNo, sku: Sku | null, low: number, least: number): void => {
    if (!mayAsk(orderNo, '') || outbox.isUnderWay('grant-rights', orderNo)) return
    const lines = statements.low
      .all({ orderNo, low })
      .map((line) => ({ sku: line.sku as Sku, open: line.open }))
      .filter((line) => (sku === null || line.sku === sku) && mayAsk(orderNo, line.sku))
    if (lines.length === 0) return
    const wanted = lines.map((line) => ({
      sku: line.sku,
      quantity: Math.min(line.open, Math.max(least, sizes.units)),
    }))
    outbox.ask(rightsCommand('grant-rights', orderNo, wanted))
  }
  const giveBack = (orderNo: OrderNo): void => {
    const lines = statements.unspent
      .all({ orderNo })
      .map(({ sku, held }) => ({ sku: sku as Sku, quantity: held }))
    if (lines.length === 0) return
    statements.letGo.run({ orderNo })
    outbox.append(rightsCommand('return-rights', orderNo, lines))
  }

  return {
    spent: (orderNo, sku, left) => {
      if (left > sizes.low) return
      const line = statements.line.get({ orderNo, sku })
      if (line === undefined || line.held > sizes.low || line.open <= 0) return
      ask(orderNo, sku, sizes.low, 1)
    },
    missed: (orderNo, sku, units) => {
      statements.found.run({ orderNo, sku })
      ask(orderNo, sku, units, units)
    },
    short: (orderNo, sku, units) => {
      const held = statements.unspentOf.get({ orderNo, sku })?.held ?? 0
      const returned = Math.max(0, Math.min(units, held))
      statements.setShort.run({ orderNo, sku, short: units, returned })
      if (returned === 0) return
      outbox.append(rightsCommand('return-rights', orderNo, [{ sku, quantity: returned }]))
    },
    withheld: (orderNo, sku) => emptyAt.has(key(orderNo, '')) || emptyAt.has(key(orderNo, sku)),
    giveBack,
    topUp: (orders) => {
      const low =
        orders === 'all'
          ? statements.lowOrders.all({ low: sizes.low }).map((row) => row.orderNo as OrderNo)
          : orders
      for (const orderNo of low) {
        if (isOver(orderNo)) giveBack(orderNo)
        else ask(orderNo, null, sizes.low, 1)
      }
    },
    add: (orderNo, lines) => {
      for (const { sku, quantity } of lines) {
        statements.add.run({ orderNo, sku, quantity })
        if (quantity > 0) emptyAt.delete(key(orderNo, sku))
        else emptyAt.set(key(orderNo, sku), clock().getTime())
      }
      if (isOver(orderNo)) giveBack(orderNo)
    },
    refused: (orderNo) => void emptyAt.set(key(orderNo, ''), clock().getTime()),
    forgetRefusals: () => emptyAt.clear(),
    burn: () => void statements.burn.run({}),
  }
}
