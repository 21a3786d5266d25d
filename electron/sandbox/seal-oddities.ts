import { boxBreach, breachText, type WireCarton } from '#shared/contract/linkstar-api.ts'
import { cartonSerial } from '#shared/domain/carton-code.ts'
import type { Ledger } from './ledger.ts'
import type { Flag } from './outcome.ts'

const leaseFlags = (ledger: Ledger, carton: WireCarton): readonly Flag[] => {
  const { reference_no, carton_code, box_no } = carton
  const flags: Flag[] = []
  if (!ledger.codeIsLeased(cartonSerial(carton_code))) {
    const message = `${carton_code} is in no block leased to this station`
    flags.push({ code: 'code-not-leased', message })
  }
  if (!ledger.numberIsLeased(reference_no, box_no)) {
    const message = `carton number ${box_no} is in no run leased to this station`
    flags.push({ code: 'number-not-leased', message })
  }
  const twin = ledger.twin(carton)
  if (twin !== undefined) {
    flags.push({
      code: 'number-taken',
      message: `carton number ${box_no} is already that of ${twin}`,
    })
  }
  return flags
}

const orderFlags = (ledger: Ledger, referenceNo: string, isNew: boolean): readonly Flag[] => {
  const order = ledger.order(referenceNo)
  if (order === undefined) return [{ code: 'order-unknown', message: `no order ${referenceNo}` }]
  const { status } = order
  if (status === 'cancelled') {
    return [{ code: 'order-cancelled', message: `${referenceNo} was cancelled` }]
  }
  // After closing, a carton may still be opened and sealed again: a recount asks for it.
  const late = status === 'declared' || status === 'accepted' || (isNew && status === 'closed')
  return late ? [{ code: 'order-not-open', message: `${referenceNo} is ${status}` }] : []
}

const contentFlags = (ledger: Ledger, carton: WireCarton): readonly Flag[] => {
  const plan = ledger.order(carton.reference_no)?.plan
  if (plan === undefined || plan.size === 0) return []
  return carton.box_details.flatMap(({ sku, quantity }): Flag[] => {
    const planned = plan.get(sku)
    const total = ledger.packedBeside(carton, sku) + quantity
    if (planned === undefined) {
      return [{ code: 'sku-not-in-order', message: `${sku} is on no line of the order` }]
    }
    return total > planned
      ? [{ code: 'over-packed', message: `${sku}: ${total} packed of ${planned} ordered` }]
      : []
  })
}

const ruleFlags = (ledger: Ledger, carton: WireCarton): readonly Flag[] => {
  const breach = boxBreach(ledger.order(carton.reference_no)?.rules, carton.box_details)
  return breach === null ? [] : [{ code: 'carton-rules-broken', message: breachText(breach) }]
}

/** What is odd about a sealed carton, apart from its own earlier life. */
export const sealOddities = (
  ledger: Ledger,
  carton: WireCarton,
  isNew: boolean,
): readonly Flag[] => [
  ...orderFlags(ledger, carton.reference_no, isNew),
  ...leaseFlags(ledger, carton),
  ...contentFlags(ledger, carton),
  ...ruleFlags(ledger, carton),
]
