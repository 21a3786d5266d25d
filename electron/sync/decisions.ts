import type { CartonState } from '#shared/domain/carton.ts'
import type { OrderNo, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import {
  type DecisionChoice,
  decisionChoices,
  type DecisionKind,
} from '#shared/domain/order-decision.ts'
import { AppError } from '#shared/errors.ts'
import type { DecisionView } from '#shared/contract/order-views.ts'
import type { Store } from '#electron/store/index.ts'
import { prepareDecisionStatements } from './decision-statements.ts'
import { createOrderWriter } from './order-writer.ts'

/** Orders that the server changed or cancelled while they were packed here. Inside the caller's transaction. */
export interface Decisions {
  list(): DecisionView[]
  /** What the server says now takes the place of what it said before. */
  raise(kind: DecisionKind, theirs: StockingOrder): void
  /** Somebody decided about this or a newer revision of the server's. */
  decided(orderNo: OrderNo, revision: number): boolean
  /** As `decided`, or it waits for a decision. */
  known(orderNo: OrderNo, revision: number): boolean
  /** The server no longer contradicts. */
  withdraw(orderNo: OrderNo): void
  /**
   * @throws AppError decision-unknown
   */
  resolve(id: number, choice: DecisionChoice): Resolved
}

export interface Resolved {
  readonly orderNo: OrderNo
  readonly kind: DecisionKind
  /** The server's. */
  readonly revision: number
}

export const createDecisions = (store: Store, clock: () => Date): Decisions => {
  const statements = prepareDecisionStatements(store)
  const writer = createOrderWriter(store, clock)
  const now = (): string => clock().toISOString()

  type Row = ReturnType<typeof statements.open.all>[number]
  const toView = (row: Row): DecisionView => {
    const theirs = JSON.parse(row.theirs) as StockingOrder
    const orderNo = row.order_no as OrderNo
    const here = statements.lines.all({ orderNo })
    const ordered = new Map<string, number>(theirs.lines.map((line) => [line.sku, line.ordered]))
    const known = new Set(here.map(({ sku }) => sku))
    const lines = here.map(({ sku, ordered: orderedHere, packed, info }) => {
      const { nameZh, nameEn } = JSON.parse(info) as SkuInfo
      const orderedServer = row.kind === 'cancelled' ? 0 : (ordered.get(sku) ?? 0)
      return { sku, nameZh, nameEn, packed, orderedHere, orderedServer }
    })
    const added = theirs.skus
      .filter(({ sku }) => row.kind === 'amended' && !known.has(sku) && ordered.has(sku))
      .map(({ sku, nameZh, nameEn }) => ({
        sku,
        nameZh,
        nameEn,
        packed: 0,
        orderedHere: 0,
        orderedServer: ordered.get(sku) ?? 0,
      }))
    return {
      id: row.id,
      orderNo,
      kind: row.kind as DecisionKind,
      at: row.at,
      revision: { here: row.here, server: row.revision },
      lines: [...lines, ...added].filter(
        (line) => line.packed > 0 || line.orderedHere !== line.orderedServer,
      ),
      cartons: statements.cartons.all({ orderNo }).map((carton) => ({
        code: carton.code,
        cartonNo: carton.carton_no,
        state: carton.state as CartonState,
        units: carton.units ?? 0,
      })),
      choices: [...decisionChoices],
    }
  }

  const decided = (orderNo: OrderNo, revision: number): boolean =>
    (statements.latest.get({ orderNo })?.revision ?? 0) >= revision

  return {
    list: () => statements.open.all({}).map(toView),
    raise: (kind, theirs) => {
      const { orderNo, revision } = theirs
      const row = { orderNo, kind, revision, theirs: JSON.stringify(theirs), at: now() }
      if (statements.replace.run(row).changes === 0) statements.insert.run(row)
    },
    decided,
    known: (orderNo, revision) =>
      decided(orderNo, revision) ||
      statements.open
        .all({})
        .some(
          (open) =>
            open.order_no === orderNo && open.kind === 'cancelled' && open.revision >= revision,
        ),
    withdraw: (orderNo) => void statements.withdraw.run({ orderNo, at: now() }),
    resolve: (id, choice) => {
      const row = statements.open.all({}).find((open) => open.id === id)
      if (row === undefined) {
        throw new AppError('decision-unknown', `no open decision ${id}`, { details: { id } })
      }
      statements.decide.run({ id, choice, at: now() })
      if (choice === 'follow-server') writer.write(JSON.parse(row.theirs) as StockingOrder)
      return {
        orderNo: row.order_no as OrderNo,
        kind: row.kind as DecisionKind,
        revision: row.revision,
      }
    },
  }
}
