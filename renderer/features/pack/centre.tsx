import { useMemo } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Announcer } from '#renderer/ui/announcer.tsx'
import styles from './centre.module.css'
import {
  BeginPanel,
  CompletePanel,
  GoOnPanel,
  OrderCompletePanel,
  OrderOverPanel,
  ParkedLeftPanel,
} from './calm-panels.tsx'
import { MarksPanel } from './marks-panel.tsx'
import type { Centre as CentreView } from './presentation.ts'
import { presentCentre, shownVerdict } from './presentation.ts'
import { useBench, useBenchState } from './store.ts'
import { VerdictPanel } from './verdict-panel.tsx'
import { WeighPanel } from './weigh-panel.tsx'

export const useCentre = (): CentreView | null => {
  const { language } = useSay()
  const mirror = useBench((known) => known)
  return useMemo(
    () => (mirror === null ? null : presentCentre(mirror, language)),
    [mirror, language],
  )
}

const Panel = ({ centre }: { centre: CentreView }) => {
  switch (centre.kind) {
    case 'verdict':
      return <VerdictPanel view={centre} />
    case 'begin':
      return <BeginPanel {...centre} />
    case 'parked-left':
      return <ParkedLeftPanel parked={centre.parked} />
    case 'go-on':
      return <GoOnPanel view={centre} />
    case 'complete':
      return <CompletePanel cartonNo={centre.cartonNo} code={centre.code} />
    case 'order-over':
      return <OrderOverPanel view={centre} />
    case 'order-complete':
      return <OrderCompletePanel {...centre} />
    case 'weighing':
      return <WeighPanel carton={centre.carton} problem={centre.problem} strip={centre.strip} />
    case 'marking':
    case 'scan-back':
      return <MarksPanel view={centre} />
  }
}

/** The last answer as one sentence for a screen reader. */
const useSpoken = (centre: CentreView): string => {
  const say = useSay()
  const pallet = useBenchState((state) => state.pallet)
  const strip = centre.kind === 'verdict' ? centre : 'strip' in centre ? centre.strip : null
  const { goods, hero } = centre.kind === 'verdict' ? centre : { goods: null, hero: null }
  if (centre.kind === 'complete') {
    const done = say('outcome.carton-verified.title')
    if (pallet === null) return done
    return `${done} · ${say('pallet.count', { no: pallet.no, count: pallet.cartons })}`
  }
  if (strip === null) return ''
  const name = goods === null ? '' : say.language === 'en' ? goods.nameEn : goods.nameZh
  const count = hero?.kind === 'count' ? `${say('verdict.inCarton')} ${hero.count}` : ''
  return [
    say.sentence(strip.title),
    name,
    count,
    strip.tone === 'ok' ? '' : say.sentence(strip.action),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The middle of the screen: it answers every scan and says what is going on. */
export const Centre = ({ centre }: { centre: CentreView }) => {
  const verdict = useBenchState((state) => shownVerdict(state.feedback, state.locked)) ?? 'idle'
  return (
    <div className={styles['centre']} data-testid="scan-feedback" data-verdict={verdict}>
      <Panel centre={centre} />
      <Announcer text={useSpoken(centre)} />
    </div>
  )
}
