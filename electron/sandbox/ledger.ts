import type { WireCartonRules } from '#shared/contract/linkstar-api.ts'
import type { OrderStatus } from '#shared/domain/order.ts'
import { liveStatuses } from './packed-units.ts'
import { type Held, type Holder, type LineRights, rightsOf } from './rights-book.ts'
import type { SandboxTables } from './tables.ts'

type CartonRow = SandboxTables['cartons']
type LabelRow = SandboxTables['labels']
type RecountRow = SandboxTables['recounts']
type LabelKey = Omit<LabelRow, 'sha256' | 'at'>
type CartonName = Pick<CartonRow, 'carton_code' | 'reference_no'>
type Numbered = Pick<CartonRow, 'carton_code' | 'reference_no' | 'box_no'>

export interface LedgerCarton extends CartonRow {
  /** Units by SKU. */
  readonly contents: ReadonlyMap<string, number>
}

export interface LedgerOrder {
  readonly status: OrderStatus
  /** What it asks of its cartons. */
  readonly rules?: WireCartonRules
  /** Ordered units by SKU. */
  readonly plan: ReadonlyMap<string, number>
  /** Units by SKU in the cartons that count. */
  readonly packed: ReadonlyMap<string, number>
  /** By SKU and station. */
  readonly rights: ReadonlyMap<string, ReadonlyMap<string, Held>>
}

interface Lease {
  readonly first: number
  readonly last: number
}

/** What the database knew before the facts were told; only of the cartons and orders they are about. */
export interface Known {
  readonly orders: ReadonlyMap<string, LedgerOrder>
  readonly cartons: readonly LedgerCarton[]
  /** All cartons that bear a number one of the facts is about, unless they were voided. */
  readonly numbered: readonly Numbered[]
  readonly codeLeases: readonly Lease[]
  readonly numberLeases: readonly (Lease & { readonly reference_no: string })[]
  readonly labels: readonly LabelKey[]
}

/** What the facts changed. */
export interface Changes {
  readonly cartons: readonly LedgerCarton[]
  /** Those of the cartons whose contents are others now. */
  readonly packedAnew: readonly LedgerCarton[]
  readonly rights: readonly (Holder & Held)[]
  readonly labels: readonly LabelRow[]
  readonly recounts: readonly RecountRow[]
}

export const isLive = (carton: Pick<CartonRow, 'status'>): boolean =>
  liveStatuses.some((live) => live === carton.status)

const labelKey = ({ carton_code, revision, side, page, copy }: LabelKey): string =>
  [carton_code, revision, side, page, copy].join(' ')
const numberKey = (referenceNo: string, boxNo: number): string => `${referenceNo} ${boxNo}`
const holds = (lease: Lease, number: number): boolean =>
  lease.first <= number && number <= lease.last

interface OpenOrder {
  readonly packed: Map<string, number>
  readonly rights: Map<string, Map<string, Held>>
}

/**
 * The books of a run of facts about cartons: read at once, kept in memory while fact after fact is applied,
 * written at once. They live within one transaction that has locked the orders.
 */
export const createLedger = (known: Known) => {
  const cartons = new Map(known.cartons.map((carton) => [carton.carton_code, carton]))
  const bearers = new Map<string, Set<string>>()
  const bear = (code: string, key: string): void => {
    bearers.set(key, (bearers.get(key) ?? new Set()).add(code))
  }
  for (const { carton_code, reference_no, box_no } of known.numbered) {
    bear(carton_code, numberKey(reference_no, box_no))
  }
  const printed = new Set(known.labels.map(labelKey))
  const open = new Map<string, OpenOrder>()
  for (const [referenceNo, { packed, rights }] of known.orders) {
    const held = [...rights].map(([sku, holders]) => [sku, new Map(holders)] as const)
    open.set(referenceNo, { packed: new Map(packed), rights: new Map(held) })
  }

  const changed = new Set<string>()
  const packedAnew = new Set<string>()
  const rights = new Map<string, Holder & Held>()
  const labels: LabelRow[] = []
  const recounts: RecountRow[] = []

  const count = (carton: LedgerCarton | undefined, sign: 1 | -1): void => {
    if (carton === undefined || !isLive(carton)) return
    const packed = open.get(carton.reference_no)?.packed
    for (const [sku, units] of carton.contents) {
      packed?.set(sku, (packed.get(sku) ?? 0) + sign * units)
    }
  }

  const heldBy = ({ reference_no, sku, station_id }: Holder): Held =>
    open.get(reference_no)?.rights.get(sku)?.get(station_id) ?? { unspent: 0, carried: 0 }

  /** Units of an SKU in the cartons of an order that count, this one left out. */
  const packedBeside = (carton: CartonName, sku: string) => {
    const own = cartons.get(carton.carton_code)
    const ownUnits =
      own !== undefined && own.reference_no === carton.reference_no && isLive(own)
        ? (own.contents.get(sku) ?? 0)
        : 0
    return (open.get(carton.reference_no)?.packed.get(sku) ?? 0) - ownUnits
  }

  return {
    order: (referenceNo: string) => known.orders.get(referenceNo),
    carton: (code: string) => cartons.get(code),
    /** Takes a carton in as it is now. */
    put: (carton: LedgerCarton): void => {
      const before = cartons.get(carton.carton_code)
      count(before, -1)
      count(carton, 1)
      cartons.set(carton.carton_code, carton)
      changed.add(carton.carton_code)
      if (before?.contents !== carton.contents) packedAnew.add(carton.carton_code)
      const key = numberKey(carton.reference_no, carton.box_no)
      if (carton.status === 'voided') bearers.get(key)?.delete(carton.carton_code)
      else bear(carton.carton_code, key)
    },
    packedBeside,
    codeIsLeased: (serial: number): boolean =>
      known.codeLeases.some((lease) => holds(lease, serial)),
    numberIsLeased: (referenceNo: string, boxNo: number): boolean =>
      known.numberLeases.some((lease) => lease.reference_no === referenceNo && holds(lease, boxNo)),
    /** Another carton of the order that bears this number. */
    twin: ({ reference_no, box_no, carton_code }: Numbered): string | undefined =>
      [...(bearers.get(numberKey(reference_no, box_no)) ?? [])].find(
        (code) => code !== carton_code,
      ),
    /** The rights of a line, the contents of this carton not counted; undefined when there is no such line. */
    line: (carton: CartonName, sku: string): LineRights | undefined => {
      const ordered = known.orders.get(carton.reference_no)?.plan.get(sku)
      if (ordered === undefined) return undefined
      const holders = [...(open.get(carton.reference_no)?.rights.get(sku) ?? [])]
      const unspent = new Map(holders.map(([station, held]) => [station, held.unspent]))
      return rightsOf(ordered, packedBeside(carton, sku), unspent)
    },
    /** Changes what a station holds by `units`, which may be negative. */
    addUnspent: (holder: Holder, units: number): void => {
      if (units === 0) return
      const { reference_no, sku, station_id } = holder
      const before = heldBy(holder)
      const unspent = before.unspent + units
      const held = { unspent, carried: Math.min(before.carried, unspent) }
      const lines = open.get(reference_no)?.rights
      lines?.set(sku, (lines.get(sku) ?? new Map<string, Held>()).set(station_id, held))
      rights.set(`${reference_no} ${station_id} ${sku}`, { ...holder, ...held })
    },
    /** @returns false when this copy was told before */
    addLabel: (label: LabelRow): boolean => {
      const key = labelKey(label)
      if (printed.has(key)) return false
      printed.add(key)
      labels.push(label)
      return true
    },
    addRecount: (recount: RecountRow): void => void recounts.push(recount),
    changes: (): Changes => {
      const now = (codes: ReadonlySet<string>) =>
        [...codes].flatMap((code) => cartons.get(code) ?? [])
      return {
        cartons: now(changed),
        packedAnew: now(packedAnew),
        rights: [...rights.values()],
        labels,
        recounts,
      }
    },
  }
}
export type Ledger = ReturnType<typeof createLedger>
