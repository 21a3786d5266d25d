import { commandText } from '#shared/domain/command-code.ts'
import { parseCartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { millimetres } from '#shared/domain/units.ts'
import { AppError } from '#shared/errors.ts'
import { palletScan } from '#tests/support/pallet-labels.ts'
import { jpeg } from '#tests/support/jpeg.ts'
import { makeBackup } from '#electron/store/make-backup.ts'
import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import type { History, Step } from './history.ts'
import { hold } from './invariants.ts'
import { chosen, next, scan, scanMark, type Stage } from './packer.ts'
import type { PrintedLabel } from './paper.ts'
import { barcodes, seedOrders } from './seed-orders.ts'
import { restore } from './restore.ts'
import { ownFacts } from './station-reading.ts'
import { standing } from './watch-station.ts'
import type { Station } from './world.ts'

/** What the product may answer to a person; anything else is a fault of the program. */
const refusals: ReadonlySet<string> = new Set([
  'order-unknown',
  'order-not-packable',
  'order-undecided',
  'planned-number-taken',
  'numbers-coming',
  'numbers-refused',
  'numbers-exhausted',
  'codes-coming',
  'codes-refused',
  'codes-exhausted',
  'not-enrolled',
  'print-job-state',
  'print-job-unknown',
  'decision-unknown',
])
/** The box type that every bench begins with, bulging. */
const bulging = {
  length: millimetres(620),
  width: millimetres(410),
  height: millimetres(430),
}

const attempt = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
  }
}

const amended = ({ world }: Stage, pick: number, line: number, units: number): Promise<void> => {
  const reference = chosen(seedOrders, pick)?.reference_no ?? ''
  const row = world.server.sqlite
    .prepare<[string], { body: string }>('select body from orders where reference_no = ?')
    .get(reference)
  const order = JSON.parse(row?.body ?? '{}') as WireOrder
  const lines = order.lines.map((each, index) =>
    index === line ? { ...each, plan_qty: units } : each,
  )
  if ((order.lines[line]?.plan_qty ?? 0) > units) world.deeds.lowered.add(reference)
  return world.server.control(`orders/${reference}/amend`, { ...order, lines })
}

const cancelled = async ({ world }: Stage, pick: number): Promise<void> => {
  // Once an order is cancelled, nothing more happens to it: rarely.
  const reference = seedOrders[pick]?.reference_no
  if (reference === undefined) return
  world.deeds.lowered.add(reference)
  await world.server.control(`orders/${reference}/cancel`)
}

const decide = ({ world }: Stage, { index, life }: Station, follow: boolean): void => {
  const [open] = life.decisions.list()
  if (open === undefined) return
  life.decisions.resolve(open.id, follow ? 'follow-server' : 'keep-packed')
  if (!follow) world.deeds.declined.add(`${index} ${open.orderNo}`)
  life.bench.ordersChanged()
  life.worker.wake()
}

/** Of what was noted last, where anything was; the second photo of one exception is the first of the next. */
const photograph = (station: Station, photos: number): void => {
  const { bench } = station.life
  for (let shade = 1; shade <= photos; shade += 1) {
    scan(station, 'LS!PHOTO')
    const { feedback } = bench.snapshot().state
    if (feedback?.outcome !== 'photo-open') return
    const exception = Number(feedback.facts['exception'])
    bench.keepPhoto(exception, jpeg(50 * station.index + exception + shade, 8))
  }
}

const stationIdOf = ({ life }: Station): string =>
  life.reader.prepare<[], string>('select station_id from station').pluck().get() ?? ''

const crash = async ({ onStations }: Stage, station: Station): Promise<void> => {
  const before = standing(station.life)
  await station.crash()
  onStations.survived(station, before)
}

const calm = async ({ world }: Stage, index: number, requests: number): Promise<void> => {
  for (let count = 0; count < requests; count += 1) {
    const [first] = world.network.waiting(index)
    if (first === undefined) return
    await world.network.meet(first, 'deliver')
    await world.settle()
  }
}

const onPrinted = ({ world }: Stage, pick: number): PrintedLabel | undefined => {
  const all = world.stations.flatMap(({ paper }) => paper.came)
  return all.at(-1 - (pick % Math.max(1, all.length)))
}

const cartonOf = ({ onStations }: Stage, index: number, pick: number) => {
  const cartons = onStations.reading(index).cartons
  return parseCartonCode(cartons.at(-1 - (pick % Math.max(1, cartons.length)))?.code ?? '')
}

/** Plays one step. */
export const play = async (stage: Stage, step: Step): Promise<void> => {
  const { world } = stage
  const station = chosen(world.stations, 'at' in step ? step.at : 0)
  if (station === undefined) return
  const { life, index } = station
  const { bench, worker, printing } = life
  switch (step.kind) {
    case 'next':
      for (let count = 0; count < step.times; count += 1) {
        next(stage, station, step.pick + count)
        await world.settle()
      }
      return
    case 'goods':
      return scan(station, barcodes[step.goods])
    case 'exception':
      scan(station, commandText({ name: 'exception', kind: step.what }))
      scan(station, barcodes[step.goods])
      return photograph(station, step.photos)
    case 'mark': {
      const printed = onPrinted(stage, step.pick)
      return printed === undefined ? undefined : scanMark(stage, station, printed, step.bars)
    }
    case 'open':
      return scan(station, chosen(seedOrders, step.pick)?.reference_no ?? '')
    case 'reopen':
    case 'void': {
      const code = cartonOf(stage, index, step.pick)
      return code === null ? undefined : bench[step.kind](code, 'as planned')
    }
    case 'copy': {
      const code = cartonOf(stage, index, step.pick)
      if (code !== null) printing.copy(code, 1, 1, 'torn')
      return
    }
    case 'park':
      return scan(station, step.purpose === 'aside' ? 'LS!PARK' : 'LS!QUEUE')
    case 'resume': {
      const code = cartonOf(stage, index, step.pick)
      return code === null ? undefined : scan(station, `LS!${code}`)
    }
    case 'paper':
      return station.paper.fate(step.fate)
    case 'decide':
      return decide(stage, station, step.follow)
    case 'net': {
      const sent = chosen(world.network.underWay(), step.pick)
      return sent === undefined ? undefined : world.network.meet(sent, step.fate)
    }
    case 'calm':
      return calm(stage, index, step.requests)
    case 'time':
      return world.pass(step.seconds * 1000)
    case 'jump':
      return world.jump(step.hours * 3_600_000)
    case 'amend':
      return amended(stage, step.pick, step.line, step.units)
    case 'cancel':
      return cancelled(stage, step.pick)
    case 'undo':
      return scan(station, 'LS!UNDO')
    case 'cases':
      return scan(station, 'LS!CASE')
    case 'units':
      return scan(station, 'LS!UNIT')
    case 'pallet':
      return scan(station, 'LS!PALLET')
    case 'pallet-label':
      return scan(station, palletScan(step.pick))
    case 'same-again':
      return scan(station, 'LS!SAME')
    case 'plan':
      life.planned.print(seedOrders[0].reference_no as OrderNo, 1, 3)
      return
    case 'label':
      return scan(station, 'LS!LABEL')
    case 'measure':
      return bench.measure(bulging)
    case 'agree':
      return scan(station, 'LS!AGREE')
    case 'acknowledge':
      return scan(station, 'LS!ACK')
    case 'done':
      return scan(station, 'LS!DONE')
    case 'reprint':
      return scan(station, 'LS!PRINT')
    case 'leave':
      return bench.leave()
    case 'backup':
      station.backup = (await makeBackup(life.store.file)).name
      return
    case 'restore':
      return restore(world, station)
    case 'crash':
      return crash(stage, station)
    case 'fence':
      world.deeds.fenced.add(index)
      return world.server.control(`stations/${stationIdOf(station)}/lose`)
    case 'revoke':
      return world.server.control(`stations/${stationIdOf(station)}/revoke`)
    case 'enrol':
      return worker.enrol(world.pairingCode)
    case 'pull':
      return worker.retry()
    case 'resend':
      return world.onServer.sayAgain(step.at)
  }
}

/** Steps in which only the network moves: what was packed here is not theirs to change. */
const foreign: ReadonlySet<Step['kind']> = new Set([
  'net',
  'calm',
  'time',
  'pull',
  'amend',
  'cancel',
  'enrol',
])

/** Plays a history and checks after every step. @returns how many steps were played */
export const playAll = async (stage: Stage, { steps }: History): Promise<void> => {
  const { world, onStations } = stage
  await world.settle()
  onStations.check()
  for (const step of steps) {
    const before = foreign.has(step.kind)
      ? world.stations.map(({ index }) => ownFacts(onStations.reading(index)))
      : null
    await attempt(() => play(stage, step))
    await world.settle()
    onStations.check()
    world.onServer.check()
    before?.forEach((facts, index) =>
      hold(
        12,
        ownFacts(onStations.reading(index)) === facts,
        () => `${step.kind} changed station ${index}`,
      ),
    )
  }
}
