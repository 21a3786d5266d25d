import type { OrderPallet, PalletEffect, PalletStanding, PalletWish } from './order-pallet.ts'
import type { PackAnswer, PackSession } from './pack-session.ts'
import { type EventOf, type Outcome, stepped } from './session-step.ts'

type PalletOutcome = Extract<PackAnswer['outcome'], `pallet-${string}`>

const answer = (outcome: PalletOutcome, facts: PackAnswer['facts']): PackAnswer => ({
  outcome,
  sku: null,
  units: 0,
  facts,
})

const told = (outcome: PalletOutcome, { palletNo, cartons, label }: OrderPallet): PackAnswer =>
  answer(outcome, { palletNo, cartons, ...(label === null ? {} : { label }) })

const begin = (session: PackSession, palletNo: number, label: string | null): Outcome =>
  stepped(
    session,
    [{ type: 'pallet-begun', palletNo, label }],
    told('pallet-begun', { palletNo, label, cartons: 0 }),
  )

const next = (session: PackSession, { current, nextNo }: PalletStanding): Outcome =>
  current?.cartons === 0
    ? stepped(session, [], told('pallet-empty', current))
    : begin(session, nextNo, null)

/** A label leads to the pallet that bears it. A new one goes on the current pallet where that has none, else on the next. */
const byLabel = (
  session: PackSession,
  { label, bearer }: Extract<PalletWish, { kind: 'label' }>,
  { current, nextNo }: PalletStanding,
): Outcome => {
  if (bearer !== null && bearer.orderNo !== session.order.orderNo) {
    const { orderNo, palletNo } = bearer
    return stepped(session, [], answer('pallet-elsewhere', { orderNo, palletNo }))
  }
  if (bearer !== null) {
    const { palletNo } = bearer
    const taken = told('pallet-taken', bearer)
    return bearer.palletNo === current?.palletNo
      ? stepped(session, [], taken)
      : stepped(session, [{ type: 'pallet-taken', palletNo }], taken)
  }
  if (current === null || current.label !== null) return begin(session, nextNo, label)
  const { palletNo } = current
  return stepped(
    session,
    [{ type: 'pallet-labelled', palletNo, label }],
    told('pallet-labelled', { ...current, label }),
  )
}

/** A label that came last goes first, then an empty pallet; one with cartons is left for the one before. */
const back = (session: PackSession, standing: PalletStanding): Outcome => {
  const { current, previous, labelCameLast } = standing
  if (current === null) return stepped(session)
  const { palletNo } = current
  if (labelCameLast) {
    const effect = { type: 'pallet-labelled', palletNo, label: null } as const
    return stepped(session, [effect], told('pallet-taken', { ...current, label: null }))
  }
  const dropped: readonly PalletEffect[] =
    current.cartons === 0 ? [{ type: 'pallet-dropped', palletNo }] : []
  if (previous === null) return stepped(session, dropped, answer('pallet-none', { palletNo }))
  const taken: PalletEffect = { type: 'pallet-taken', palletNo: previous.palletNo }
  return stepped(session, [...dropped, taken], told('pallet-taken', previous))
}

/** Later cartons go on another pallet; those that stand somewhere stay there. */
export const movePallet = (
  session: PackSession,
  { wish, standing }: EventOf<'pallet'>,
): Outcome => {
  switch (wish.kind) {
    case 'next':
      return next(session, standing)
    case 'label':
      return byLabel(session, wish, standing)
    case 'back':
      return back(session, standing)
  }
}
