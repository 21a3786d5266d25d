import type { BenchCarton, WeighProblem } from '#shared/contract/views.ts'
import { aboutKilograms, kilograms, localName, plainKilograms } from '#renderer/lib/format.ts'
import { type Say, useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { type Deviation, deviationEvidence, deviationTitle } from './deviation-words.ts'
import type { Strip } from './presentation.ts'
import { useScale } from './scale-store.ts'
import { StripLine } from './strip-line.tsx'
import { weighState } from './weigh-state.ts'
import styles from './weigh-panel.module.css'

const Remedy = ({ problem }: { problem: Extract<WeighProblem, { kind: 'over-limit' }> }) => {
  const say = useSay()
  if (problem.remove.length === 0) return null
  return (
    <ul className={styles['remedy']} aria-label={say('weigh.takeOut')}>
      {problem.remove.map((item) => (
        <li key={item.sku}>
          {say('weigh.takeOut')} <b>{item.units}</b> ×{' '}
          <bdi>{localName(say.language, item.nameZh, item.nameEn)}</bdi> <small>{item.sku}</small>
        </li>
      ))}
    </ul>
  )
}

/** What the likeliest mistake is concluded from. */
const Evidence = ({ problem }: { problem: Deviation }) => {
  const say = useSay()
  const evidence = deviationEvidence(problem)
  return evidence === null ? null : <p className={styles['evidence']}>{say.sentence(evidence)}</p>
}

const problemText = (problem: WeighProblem, say: Say): string => {
  switch (problem.kind) {
    case 'over-limit':
      return say('weigh.over-limit.title', {
        over: aboutKilograms(problem.gross - problem.max),
        max: plainKilograms(problem.max),
      })
    case 'deviates':
      return say.sentence(deviationTitle(problem))
    case 'same-as-last':
      return say('weigh.same-as-last.title')
  }
}

export interface WeighPanelProps {
  readonly carton: BenchCarton
  readonly problem: WeighProblem | null
  readonly strip: Strip | null
}

/** 称重: the live weight, what it should be, and what to do about a difference. */
export const WeighPanel = ({ carton, problem, strip }: WeighPanelProps) => {
  const say = useSay()
  const scale = useScale((state) => state)
  const state = weighState(scale)
  const grams = problem?.gross ?? scale.grams
  const tone = problem?.kind === 'over-limit' ? 'bad' : problem === null ? 'calm' : 'warn'
  return (
    <section className={cx(styles['panel'], styles[tone])}>
      {strip === null ? null : <StripLine strip={strip} />}
      <div className={styles['body']}>
        <p className={styles['title']}>
          <Icon
            name={problem === null ? 'scale' : 'warning'}
            weight={2}
            className={styles['symbol']}
          />
          {problem === null ? say(`weigh.${state}`) : problemText(problem, say)}
        </p>
        <p className={cx(styles['kg'], problem === null && state !== 'stable' && styles['soft'])}>
          {grams === null ? '—' : kilograms(grams)}
          <small> kg</small>
        </p>
        <p className={styles['expected']}>
          {say('weigh.expected', {
            kg: aboutKilograms(carton.expected),
            tolerance: aboutKilograms(carton.tolerance),
          })}
        </p>
        {problem?.kind === 'deviates' ? <Evidence problem={problem} /> : null}
        {problem?.kind === 'over-limit' ? <Remedy problem={problem} /> : null}
      </div>
    </section>
  )
}
