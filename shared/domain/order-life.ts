import type { CartonState } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import type { OrderStatus, Sku } from './order.ts'

/** Orders in these states take goods. */
export const packable: ReadonlySet<OrderStatus> = new Set(['draft', 'packing'])

const rank: Readonly<Record<OrderStatus, number>> = {
  draft: 0,
  packing: 1,
  closed: 2,
  declared: 3,
  accepted: 4,
  cancelled: 5,
}

/** Where an order stands: the server and this station each know only what has reached them, so the later one counts. */
export const laterStatus = (server: OrderStatus, here: OrderStatus | null): OrderStatus =>
  here !== null && rank[here] > rank[server] ? here : server

export const closingObstacles = [
  /** Closed, declared or cancelled already. */
  'order-status',
  /** The server changed the order, and nobody has decided yet. */
  'decision-open',
  'nothing-packed',
  /** More is packed than is ordered now: `sku`, `units`. */
  'over-packed',
  /** A carton is still being packed, or its marks were not all scanned back. */
  'carton-unfinished',
] as const
export type ClosingObstacle = (typeof closingObstacles)[number]

export interface Hindrance {
  readonly kind: ClosingObstacle
  readonly carton?: { readonly code: CartonCode; readonly cartonNo: number }
  readonly sku?: Sku
  readonly units?: number
}

interface OrderOnHand {
  readonly status: OrderStatus
  readonly undecided: boolean
  readonly lines: readonly {
    readonly sku: Sku
    readonly ordered: number
    readonly packed: number
  }[]
  readonly cartons: readonly {
    readonly code: CartonCode
    readonly cartonNo: number
    readonly state: CartonState
  }[]
}

/** What has to be put right before an order can be closed. */
export const closingHindrances = (order: OrderOnHand): readonly Hindrance[] => {
  if (!packable.has(order.status)) return [{ kind: 'order-status' }]
  const packed = order.lines.reduce((sum, line) => sum + line.packed, 0)
  return [
    ...(order.undecided ? [{ kind: 'decision-open' } as const] : []),
    ...(packed === 0 ? [{ kind: 'nothing-packed' } as const] : []),
    ...order.lines
      .filter((line) => line.packed > line.ordered)
      .map(({ sku, ordered, packed: units }) => ({
        kind: 'over-packed' as const,
        sku,
        units: units - ordered,
      })),
    ...order.cartons
      .filter(({ state }) => state !== 'verified' && state !== 'voided')
      .map(({ code, cartonNo }) => ({
        kind: 'carton-unfinished' as const,
        carton: { code, cartonNo },
      })),
  ]
}

/** Lines of which fewer are packed than ordered: each needs a reason before the order is closed. */
export const shortLines = <Line extends { readonly ordered: number; readonly packed: number }>(
  lines: readonly Line[],
): readonly Line[] => lines.filter((line) => line.packed < line.ordered)
