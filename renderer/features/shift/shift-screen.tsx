import { useMemo, useState } from 'react'
import type { ShiftItem, ShiftView } from '#shared/contract/shift-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Announcer } from '#renderer/ui/announcer.tsx'
import { presentShift, type ShiftCentre, sortedItems } from './presentation.ts'
import { ShiftFooter } from './shift-footer.tsx'
import { ShiftList } from './shift-list.tsx'
import { ShiftPanel } from './shift-panel.tsx'
import { LeaveQuestion, MissingQuestion } from './shift-questions.tsx'
import styles from './shift-screen.module.css'
import { useShift } from './store.ts'

interface RunningProps {
  readonly active: NonNullable<ShiftView['active']>
  readonly centre: ShiftCentre
  readonly now: Date
}

const Running = ({ active, centre, now }: RunningProps) => {
  const say = useSay()
  const verdict = useShift((state) => state.view?.feedback?.outcome ?? 'idle')
  const seq = useShift((state) => state.view?.feedback?.seq ?? null)
  const items = useMemo(() => sortedItems(active.items), [active.items])
  const [question, setQuestion] = useState<{
    readonly about: ShiftItem | 'leave'
    readonly at: number | null
  } | null>(null)
  const close = (): void => setQuestion(null)
  // Nothing may hide an answer: an open question gives way to it.
  const about = question !== null && question.at === seq ? question.about : null
  const { answer, title, next, left } = centre
  const spoken = `${say.sentence(title)} · ${say('shift.left')} ${left} · ${say.sentence(answer?.action ?? next)}`
  return (
    <div className={styles['screen']}>
      <main className={styles['columns']}>
        <ShiftList
          items={items}
          now={now}
          onMissing={(item) => setQuestion({ about: item, at: seq })}
        />
        <div className={styles['centre']} data-testid="scan-feedback" data-verdict={verdict}>
          <ShiftPanel centre={centre} />
          <Announcer text={spoken} />
        </div>
      </main>
      <ShiftFooter active={active} onAskLeave={() => setQuestion({ about: 'leave', at: seq })} />
      {about === 'leave' ? <LeaveQuestion onClose={close} /> : null}
      {about === null || about === 'leave' ? null : (
        <MissingQuestion item={about} onClose={close} />
      )}
    </div>
  )
}

/** The whole screen while a shift is handed over. */
export const ShiftScreen = ({ now }: { now: Date }) => {
  const view = useShift((state) => state.view)
  const centre = useMemo(() => (view === null ? null : presentShift(view)), [view])
  const active = view?.active ?? null
  return centre === null || active === null ? null : (
    <Running active={active} centre={centre} now={now} />
  )
}
