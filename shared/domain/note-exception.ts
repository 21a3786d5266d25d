import { withUnits } from './carton.ts'
import { type ExceptionKind, mostPhotos } from './goods-exception.ts'
import { judgeGoods, lineOf, unitsInCarton, unitsPacked } from './judge-goods.ts'
import type { Sku } from './order.ts'
import type { GoodsMatch, PackSession } from './pack-session.ts'
import { answered, type EventOf, type Outcome, refused, stepped } from './session-step.ts'

/** The next scan of goods says which ones it is about. */
export const expectException = (
  session: PackSession,
  { kind }: EventOf<'expect-exception'>,
): Outcome =>
  stepped({ ...session, expecting: kind }, [], {
    outcome: 'exception-expected',
    sku: null,
    units: 0,
    facts: { kind },
  })

const noted = (
  session: PackSession,
  kind: ExceptionKind,
  sku: Sku | null,
  units: number,
  text: string,
): Outcome =>
  stepped(
    { ...session, times: 1 },
    [{ type: 'exception-noted', orderNo: session.order.orderNo, kind, sku, units, text }],
    { outcome: 'exception-noted', sku, units, facts: { kind } },
  )

/** Out of the open carton, whenever they went in; undo reaches back no further than this. */
const putBack = (session: PackSession, sku: Sku, units: number, text: string): Outcome => {
  const { carton } = session
  const inCarton = unitsInCarton(session, sku)
  if (carton?.state !== 'open' || inCarton < units) {
    const facts = { error: 'not-in-carton', sku, inCarton }
    return answered(session, { outcome: 'refused', sku: null, units: 0, facts })
  }
  const contents = withUnits(carton.contents, sku, -units)
  const { orderNo } = session.order
  return stepped(
    { ...session, step: 'packing', times: 1, carton: { ...carton, contents, scans: [] } },
    [
      { type: 'units-put-back', code: carton.code, sku, units },
      { type: 'exception-noted', orderNo, kind: 'put-back', sku, units, text },
    ],
    { outcome: 'put-back', sku, units, facts: { kind: 'put-back' } },
  )
}

/** One scan names the goods: without a number all that is left of them is short. */
const short = (
  session: PackSession,
  match: Extract<GoodsMatch, { kind: 'line' }>,
  { text, isNumbered }: EventOf<'exception'>,
): Outcome => {
  const { sku, barcode } = match
  const { ordered } = lineOf(session, sku)
  const remaining = Math.max(0, ordered - unitsPacked(session, sku))
  if (remaining === 0) {
    return answered(session, { outcome: 'line-complete', sku, units: 0, facts: { remaining } })
  }
  const told = barcode.units * session.times
  const units = isNumbered || told > 1 ? Math.min(told, remaining) : remaining
  return noted(session, 'short', sku, units, text)
}

/** Goods of which something is to be noted; others than it can be about are judged like any scan. */
export const noteException = (before: PackSession, event: EventOf<'exception'>): Outcome => {
  const { kind, match, text, endsLock } = event
  const session: PackSession = { ...before, expecting: null, lock: endsLock ? null : before.lock }
  if (session.step === 'marking' || session.step === 'scan-back') {
    return answered(session, { outcome: 'finish-carton-first', sku: null, units: 0, facts: {} })
  }
  const isAboutLine = kind === 'short' || kind === 'put-back'
  if (match.kind === 'line') {
    const { sku, barcode } = match
    const units = barcode.units * session.times
    if (kind === 'short') return short(session, match, event)
    if (kind === 'put-back') return putBack(session, sku, units, text)
    return noted(session, kind, sku, units, text)
  }
  if (isAboutLine) return answered(session, judgeGoods(session, match))
  return noted(session, kind, match.kind === 'elsewhere' ? match.sku : null, session.times, text)
}

/** The picture opens for what was noted last; where it is open, one is taken. */
export const photograph = (session: PackSession, { of }: EventOf<'photo'>): Outcome => {
  if (of === null) return refused('no-exception-noted')
  const { id, kind, sku, photos } = of
  if (photos >= mostPhotos) return refused('photos-full', { photos })
  const facts = { kind, exception: id }
  return answered(session, { outcome: 'photo-open', sku, units: photos, facts })
}
