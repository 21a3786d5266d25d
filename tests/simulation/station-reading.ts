import type Database from 'better-sqlite3'

export interface ReadCarton {
  readonly code: string
  readonly order_no: string
  readonly carton_no: number
  readonly revision: number
  /** That its marks bear. */
  readonly mark_revision: number
  readonly state: string
  readonly gross_g: number | null
  /** The newest scan when it was verified last; null before. */
  readonly verified_after: number | null
  readonly contents: Readonly<Record<string, number>>
}
export interface ReadLine {
  readonly order_no: string
  readonly sku: string
  readonly ordered: number
  readonly packed: number
  readonly granted: number
}
/** What a station's store holds, as its checkers read it: beside all of the station's own code. */
export interface Reading {
  readonly cartons: readonly ReadCarton[]
  readonly lines: readonly ReadLine[]
  readonly scans: number
  /** Codes of cartons that are off the bench before they have their marks. */
  readonly parked: readonly string[]
  readonly pallets: readonly ReadPallet[]
  /** Code of the carton in hand. */
  readonly inHand: string | null
}

export interface ReadPallet {
  readonly order_no: string
  readonly pallet_no: number
  readonly label: string | null
  readonly turn: number
  readonly after_scan: number
  /** Codes of the cartons on it. */
  readonly cartons: readonly string[]
}

type Row = Omit<ReadCarton, 'contents'>

/** Prepares the reading, for one look or many. */
export const prepareReading = (db: Database.Database): (() => Reading) => {
  const cartons = db.prepare<[], Row>(
    `select code, order_no, carton_no, revision, mark_revision, state, gross_g,
       (select max(after_scan) from carton_events as events
         where events.code = cartons.code and kind = 'verified') as verified_after
     from cartons order by code`,
  )
  const contents = db.prepare<[], { code: string; sku: string; quantity: number }>(
    'select code, sku, quantity from carton_contents order by code, sku',
  )
  const lines = db.prepare<[], ReadLine>(
    'select order_no, sku, ordered, packed, granted from order_lines order by order_no, sku',
  )
  const scans = db.prepare<[], number>('select count(*) from scans').pluck()
  const parked = db.prepare<[], string>('select code from parked_cartons order by code').pluck()
  const pallets = db.prepare<[], Omit<ReadPallet, 'cartons'> & { readonly id: number }>(
    'select id, order_no, pallet_no, label, turn, after_scan from pallets order by id',
  )
  const onPallet = db
    .prepare<[number], string>('select code from pallet_cartons where pallet = ? order by code')
    .pluck()
  const inHand = db.prepare<[], string | null>('select carton_code from bench').pluck()
  return () => {
    const inside = new Map<string, Record<string, number>>()
    for (const { code, sku, quantity } of contents.all()) {
      const known = inside.get(code) ?? {}
      known[sku] = quantity
      inside.set(code, known)
    }
    return {
      cartons: cartons.all().map((row) => ({ ...row, contents: inside.get(row.code) ?? {} })),
      lines: lines.all(),
      scans: scans.get() ?? 0,
      parked: parked.all(),
      pallets: pallets.all().map(({ id, ...row }) => ({ ...row, cartons: onPallet.all(id) })),
      inHand: inHand.get() ?? null,
    }
  }
}

/** What was packed here and is nobody else's to change. */
export const ownFacts = ({ cartons, lines, scans, parked, pallets, inHand }: Reading): string =>
  JSON.stringify([
    cartons,
    lines.map(({ order_no, sku, packed }) => [order_no, sku, packed]),
    scans,
    parked,
    pallets,
    inHand,
  ])

export const sealedStates: ReadonlySet<string> = new Set(['sealed', 'marked', 'verified'])

/** Units of a SKU in those cartons of an order that are in these states. */
export const unitsIn = (
  cartons: readonly ReadCarton[],
  { order_no, sku }: { readonly order_no: string; readonly sku: string },
  counts: (state: string) => boolean,
): number =>
  cartons
    .filter((carton) => carton.order_no === order_no && counts(carton.state))
    .reduce((sum, { contents }) => sum + (contents[sku] ?? 0), 0)
