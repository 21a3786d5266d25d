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
  'BH-2': [barcodes.cup, barcodes.pen, barcodes['cup-case']],
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
  const { orderNo, locked, step, carton, mode } = bench.snapshot().state
  if (locked) return scan(station, 'LS!ACK')
  if (orderNo === null) return bench.open(chosen(seedOrders, pick)?.reference_no as OrderNo)
  if (step === 'weighing') {
    return bench.typeWeight(grams(bench.carton()?.expected ?? 1), 'no scale')
  }
  if (step === 'marking') return scan(station, 'LS!PRINT')
  if (step === 'scan-back' && carton !== null) {
    const own = station.paper.came.findLast(
      ({ mark }) => mark.cartonCode === carton.code && mark.revision === carton.revision,
    )
    return own === undefined ? scan(station, 'LS!PRINT') : scanMark(stage, station, own, false)
  }
  const [parked] = station.life.parked.list()
  if (carton === null && parked !== undefined && pick % 2 === 0) {
    return scan(station, `LS!${parked.code}`)
  }
  if (carton !== null && carton.units > pick % 5) return scan(station, 'LS!DONE')
  const goods = goodsOf[orderNo] ?? []
  return scan(station, (mode === 'scan' ? chosen(goods, pick) : goods.at(-1)) ?? '')
}
