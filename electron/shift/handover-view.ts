import type { HandoverItem } from '#shared/domain/shift-handover.ts'
import type { ShiftItem, ShiftView } from '#shared/contract/shift-views.ts'
import type { SignIn } from '#electron/operators/index.ts'
import { undecided } from '#shared/domain/shift-handover.ts'
import type { RunningHandover } from './handover-records.ts'

const itemView = (item: HandoverItem): ShiftItem => {
  const { code, orderNo, cartonNo, kind, uncertain, failed, since, decision } = item
  return {
    code,
    orderNo,
    cartonNo,
    kind,
    uncertain,
    failed,
    since,
    state: decision?.kind ?? 'open',
    reason: decision?.kind === 'missing' ? decision.reason : null,
  }
}

/** What the screen shows of a handover that runs. */
export const activeHandover = (
  { from, startedAt, items }: RunningHandover,
  signIn: Pick<SignIn, 'isUsed' | 'view'>,
): NonNullable<ShiftView['active']> => ({
  from,
  startedAt,
  items: items.map(itemView),
  left: undecided(items),
  endsBy: signIn.isUsed() ? 'badge' : 'done',
  successors: signIn.view().packers.filter(({ name }) => name !== from),
})

/** What a handover came to, for the audit log. */
export const handoverInWords = ({ from, items }: RunningHandover): string => {
  const missing = items.flatMap(({ code, decision }) =>
    decision?.kind === 'missing' ? [`${code} (${decision.reason})`] : [],
  )
  const accepted = items.length - missing.length
  const lost = missing.length === 0 ? '' : `, missing: ${missing.join(', ')}`
  return `from ${from ?? 'nobody'}: ${accepted} accepted${lost}`
}
