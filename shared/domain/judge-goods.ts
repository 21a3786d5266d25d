import { cartonUnits, withUnits } from './carton.ts'
import { plannedUnits } from './carton-plan.ts'
import { hasMixingRules, ruleBreach } from './carton-rules.ts'
import { mixingConflict } from './limits.ts'
import type { Sku } from './order.ts'
import type { GoodsMatch, PackAnswer, PackLine, PackSession } from './pack-session.ts'
import type { Grams } from './units.ts'
import { expectedLoad, type Load, unitMean, untaught } from './weight-model.ts'

type LineMatch = Extract<GoodsMatch, { kind: 'line' }>

export const unitsInCarton = (session: PackSession, sku: Sku): number =>
  session.carton?.contents.find((content) => content.sku === sku)?.quantity ?? 0

/** Units packed of a SKU: all cartons of the order, the one on the bench included. */
export const unitsPacked = (session: PackSession, sku: Sku): number =>
  (session.elsewhere.get(sku) ?? 0) + unitsInCarton(session, sku)

export const lineOf = (session: PackSession, sku: Sku): PackLine => {
  const line = session.order.lines.get(sku)
  if (line === undefined) throw new RangeError(`${sku} is not on order ${session.order.orderNo}`)
  return line
}

/** Units of a SKU that this station may still pack. */
export const rightsLeft = (session: PackSession, sku: Sku): number =>
  lineOf(session, sku).granted - unitsPacked(session, sku)

/** The bench carton with the weights as stated; an empty next box when none is open. */
export const loadNow = (session: PackSession): Load => ({
  box: session.carton?.boxType ?? session.nextBox,
  items: (session.carton?.contents ?? []).map(({ sku, quantity }) => ({
    sku,
    quantity,
    unitWeight: lineOf(session, sku).unitWeight,
  })),
})

/** Tare and units of the bench carton by their known weights, in grams. */
export const expectedNow = (session: PackSession): Grams =>
  expectedLoad(session.weights ?? untaught, loadNow(session))

const answer = (
  outcome: PackAnswer['outcome'],
  sku: Sku | null,
  units: number,
  facts: PackAnswer['facts'] = {},
): PackAnswer => ({ outcome, sku, units, facts })

export const bearsRequiredCode = (line: PackLine, barcode: LineMatch['barcode']): boolean =>
  line.requiredBarcode === undefined ||
  barcode.kind === 'case' ||
  barcode.kind === line.requiredBarcode ||
  barcode.value === line.requiredBarcode

/** Classes that never travel together, and what the order itself says of its cartons. */
const judgeMixing = (session: PackSession, line: PackLine, units: number): PackAnswer | null => {
  const { sku, cargoClass } = line
  const { limits } = session.order
  const contents = session.carton?.contents ?? []
  const inside = contents.map((content) => lineOf(session, content.sku).cargoClass)
  const conflict = mixingConflict(limits, inside, cargoClass)
  if (conflict !== null) {
    return answer('mixing-forbidden', sku, units, { rule: 'class', conflict, cargoClass })
  }
  const breach = hasMixingRules(limits) ? ruleBreach(limits, withUnits(contents, sku, units)) : null
  if (breach === null) return null
  if (breach.rule === 'units') {
    return answer('carton-full', sku, units, { max: breach.max, inCarton: cartonUnits(contents) })
  }
  const { rule } = breach
  return rule === 'skus'
    ? answer('mixing-forbidden', sku, units, { rule, max: breach.max })
    : answer('mixing-forbidden', sku, units, { rule, other: breach.other })
}

const judgeLine = (session: PackSession, match: LineMatch, isAgreed: boolean): PackAnswer => {
  const { sku, barcode } = match
  const line = lineOf(session, sku)
  const units = barcode.units * session.times
  if (!bearsRequiredCode(line, barcode)) {
    return answer('needs-unit-label', sku, units, {
      required: line.requiredBarcode ?? '',
      printable: line.isLabelKnown ? 1 : 0,
    })
  }
  const packed = unitsPacked(session, sku)
  const remaining = Math.max(0, line.ordered - packed)
  if (units > remaining) {
    return answer('line-complete', sku, units, { remaining, ordered: line.ordered })
  }
  const held = Math.max(0, rightsLeft(session, sku))
  if (units > held) return answer('no-rights', sku, units, { remaining, held })
  const mixing = judgeMixing(session, line, units)
  if (mixing !== null) return mixing
  const unit = unitMean(session.weights ?? untaught, { ...line, quantity: 1 })
  const expected = Math.round(expectedNow(session) + unit * units)
  const max = session.order.limits.maxGross
  if (expected > max) {
    return answer('over-limit', sku, units, { expectedGrams: expected, maxGrams: max })
  }
  const plan = isAgreed ? null : (session.carton?.plan ?? null)
  const inCarton = unitsInCarton(session, sku)
  const planned = plan === null ? 0 : plannedUnits(plan, sku)
  return plan !== null && inCarton + units > planned
    ? answer('not-in-plan', sku, units, { planned, inCarton })
    : answer('accepted', sku, units, { remaining: remaining - units, ordered: line.ordered })
}

/** A factory carton holds what its own code says, and nothing else is put into it. */
const judgeCase = (session: PackSession, match: LineMatch): PackAnswer => {
  const { sku, barcode } = match
  if (session.carton !== null && session.carton.contents.length > 0) {
    return answer('finish-carton-first', null, 0)
  }
  const isCase = barcode.kind === 'case' || barcode.units > 1
  return isCase
    ? judgeLine({ ...session, times: 1 }, match, false)
    : answer('case-expected', sku, barcode.units)
}

/**
 * What a scan of goods means now; changes nothing.
 * @param isAgreed the packer wants it in the carton although it is not planned
 */
export const judgeGoods = (
  session: PackSession,
  match: GoodsMatch,
  isAgreed = false,
): PackAnswer => {
  if (session.lock !== null) return answer('locked', null, 0)
  if (session.step !== 'packing') return answer('finish-carton-first', null, 0)
  switch (match.kind) {
    case 'unknown':
      return answer('unknown-code', null, session.times)
    case 'elsewhere':
      return answer(
        'not-in-order',
        match.sku,
        session.times,
        match.orderNo === null ? {} : { orderNo: match.orderNo },
      )
    case 'line': {
      const { carton, mode } = session
      if (mode === 'planned' && carton === null) return answer('mark-expected', match.sku, 0)
      // What a plan wants is counted, in factory cartons or not.
      return mode === 'whole-case' && (carton?.plan ?? null) === null
        ? judgeCase(session, match)
        : judgeLine(session, match, isAgreed)
    }
  }
}
