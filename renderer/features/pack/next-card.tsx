import { memo } from 'react'
import type { BenchState } from '#shared/contract/views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './next-card.module.css'
import { outcomeLook } from '#renderer/lib/outcome-look.ts'
import { presentNext } from './next-step.ts'
import type { Centre } from './presentation.ts'
import { useBench, useBenchState } from './store.ts'

type Recent = BenchState['recent'][number]

/** The carton code in the QR of a box mark: the rest of it tells a packer nothing. */
const markCode = /^LSC1;C=(LS\d{10}[0-9A-Z]);/

/** One past answer in a few words. */
const HistoryChip = memo(({ answer }: { answer: Recent }) => {
  const say = useSay()
  const { outcome, sku, text, units } = answer
  const { tone } = outcomeLook[outcome]
  const what = sku ?? markCode.exec(text)?.[1] ?? text
  const taken = outcome === 'accepted' ? `+${units}` : outcome === 'undone' ? `−${units}` : null
  return (
    <li className={cx(styles['chip'], styles[tone])}>
      {what === '' ? null : <bdi>{what}</bdi>}
      <span>{taken ?? say(`short.${outcome}`)}</span>
    </li>
  )
})
HistoryChip.displayName = 'HistoryChip'

const none: BenchState['recent'] = []

/** Under the verdict: the one thing to do next, and the last answers. */
export const NextCard = ({ centre }: { centre: Centre }) => {
  const say = useSay()
  const mirror = useBench((known) => known)
  const recent = useBenchState((state) => state.recent) ?? none
  if (mirror === null) return null
  const next = presentNext(centre, mirror)
  const icon = mirror.state.locked ? 'lock' : centre.kind === 'weighing' ? 'scale' : 'scan'
  return (
    <Card label={say('next.label')} className={styles['card']}>
      <div className={styles['next']}>
        <Icon
          name={icon}
          weight={1.8}
          className={cx(styles['icon'], mirror.state.locked && styles['locked'])}
        />
        <div className={styles['words']}>
          <b>{say.sentence(next.title)}</b>
          {next.hint === null ? null : <span>{say.sentence(next.hint)}</span>}
        </div>
      </div>
      {recent.length === 0 ? null : (
        <ul className={styles['history']} aria-label={say('next.history')}>
          {recent.map((answer) => (
            <HistoryChip key={answer.seq} answer={answer} />
          ))}
        </ul>
      )}
    </Card>
  )
}
