import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { PackAnswer } from '#shared/domain/pack-session.ts'
import {
  type HandoverItem,
  type HandoverScan,
  judgeHandoverScan,
} from '#shared/domain/shift-handover.ts'
import {
  type CartonRecords,
  plainAnswer,
  type PlannedMarks,
  refusalAnswer,
} from '#electron/packing/index.ts'

export interface KnownCartons {
  readonly cartons: Pick<CartonRecords, 'find'>
  readonly planned: Pick<PlannedMarks, 'find'>
}

/** The carton an answer is about. */
export const aboutItem = ({ code, orderNo, cartonNo }: HandoverItem) => ({
  cartonCode: code,
  orderNo,
  cartonNo,
})

/** Not on the list: what it is. */
const foreign = ({ cartons, planned }: KnownCartons, code: CartonCode): PackAnswer => {
  const carton = cartons.find(code)
  const known = carton ?? planned.find(code)
  if (known === null) {
    return refusalAnswer({ code: 'carton-unknown', details: { cartonCode: code } })
  }
  const { orderNo, cartonNo } = known
  const state = carton?.state ?? 'planned'
  return { ...plainAnswer('carton-known'), facts: { cartonCode: code, orderNo, cartonNo, state } }
}

/** What a scan is answered; `shift-accepted` is still to be written down. */
export const handoverAnswer = (
  items: readonly HandoverItem[],
  scan: HandoverScan,
  known: KnownCartons,
): PackAnswer => {
  const item = items.find(({ code }) => code === scan.code)
  if (item === undefined) return foreign(known, scan.code)
  const facts = aboutItem(item)
  switch (judgeHandoverScan(item, scan)) {
    case 'accepted':
      return { ...plainAnswer('shift-accepted'), facts }
    case 'already':
      return { ...plainAnswer('shift-already'), facts }
    case 'needs-temporary':
      return refusalAnswer({ code: 'shift-needs-temporary', details: facts })
    case 'needs-mark':
      return refusalAnswer({ code: 'shift-needs-mark', details: facts })
    case 'needs-qr':
      return { ...plainAnswer('mark-needs-qr'), facts }
    case 'stale':
      return { ...plainAnswer('mark-stale'), facts }
  }
}
