import { markPayload } from '#shared/domain/mark-payload.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { grams } from '#shared/domain/units.ts'
import type { PrintedLabel } from './paper.ts'
import { barcodes, seedOrders } from './seed-orders.ts'
import { sha256 } from './station.ts'
import type { StationWatch } from './watch-station.ts'
import type { Station, World } from './world.ts'

export interface Stage {
  readonly world: World
  readonly onStations: StationWatch
}

const goodsOf: Readonly<Record<string, readonly string[]>> = {
  'BH-1': [barcodes.mug, barcodes.cup, barcodes['mug-case']],
  'BH-2': [barcodes.cup, barcodes.pen, barcodes['bare-tag'], barcodes['cup-case']],
}

export const chosen = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[pick % Math.max(1, items.length)]

export const scan = ({ life }: Station, text: string): void =>
  life.bench.scan({ text, source: 'wedge', at: 0 })

const markText = ({ mark }: PrintedLabel): string => markPayload({ ...mark }, sha256)

export const scanMark = (
  { onStations }: Stage,
  station: Station,
  printed: PrintedLabel,
  bars: boolean,
): void => {
  const { cartonCode, revision } = printed.mark
  onStations.scanned(station.index, cartonCode, revision)
  scan(station, bars ? cartonCode : markText(printed))
}

/** What a packer does who looks at the screen. */
export const next = (stage: Stage, station: Station, pick: number): void => {
  const { bench } = station.life
  const { orderNo, locked, step, carton, mode, feedback } = bench.snapshot().state
  if (locked && feedback?.outcome === 'not-in-plan' && pick % 2 === 0) {
    return scan(station, 'LS!AGREE')
  }
  // The label is on the unit: its scan packs it.
  if (locked && feedback?.outcome === 'needs-unit-label' && pick % 3 > 0) {
    return scan(station, barcodes.tag)
  }
  if (locked) return scan(station, 'LS!ACK')
  if (orderNo === null) return bench.open(chosen(seedOrders, pick)?.reference_no as OrderNo)
  if (step === 'weighing') {
    return bench.typeWeight(grams(bench.carton()?.expected ?? 1), 'no scale')
  }
  if (step === 'marking') return scan(station, 'LS!PRINT')
  if (step === 'scan-back' && carton !== null) {
    const own = station.paper.came.findLast(
      ({ mark }) => mark.cartonCode === carton.code && mark.revision === carton.markRevision,
    )
    return own === undefined ? scan(station, 'LS!PRINT') : scanMark(stage, station, own, false)
  }
  const [parked] = station.life.parked.list()
  if (carton === null && parked !== undefined && pick % 2 === 0) {
    return scan(station, `LS!${parked.code}`)
  }
  const ahead = station.paper.came.filter(({ mark }) => mark.revision === 0)
  if (carton === null && ahead.length > 0 && pick % 3 > 0) {
    const printed = chosen(ahead, pick)
    return printed === undefined ? undefined : scanMark(stage, station, printed, pick % 2 === 0)
  }
  if (feedback?.outcome === 'plan-short') return scan(station, 'LS!AGREE')
  const inside = new Map(carton?.contents.map(({ sku, quantity }) => [sku, quantity]))
  const missing = carton?.plan?.find(({ sku, quantity }) => quantity > (inside.get(sku) ?? 0))
  if (missing !== undefined && pick % 4 > 0) {
    return scan(station, missing.sku === 'MUG' ? barcodes.mug : barcodes.cup)
  }
  if (carton !== null && carton.units > pick % 5) return scan(station, 'LS!DONE')
  const goods = goodsOf[orderNo] ?? []
  return scan(station, (mode === 'scan' ? chosen(goods, pick) : goods.at(-1)) ?? '')
}
