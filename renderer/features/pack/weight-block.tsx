import { aboutKilograms, kilograms, plainKilograms } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { boxLine } from './box-words.ts'
import { useScale } from './scale-store.ts'
import { takesGoods } from './order-over.ts'
import { useBenchState } from './store.ts'
import styles from './weight-block.module.css'

/** Where on the bar the limit stands: the bar itself reaches a little further. */
const limitAt = 0.92

const ScaleReading = ({ expected }: { expected: number | null }) => {
  const say = useSay()
  const scale = useScale((state) => state)
  const live = scale.state === 'live' && scale.grams !== null
  const state = live
    ? scale.stable
      ? 'stable'
      : 'moving'
    : scale.state === 'live'
      ? 'silent'
      : scale.state
  return (
    <div
      className={styles['reading']}
      data-testid="scale-reading"
      data-grams={scale.grams ?? ''}
      data-stable={scale.stable}
    >
      <span className={cx(styles['kg'], !(live && scale.stable) && styles['soft'])}>
        {live && scale.grams !== null ? kilograms(scale.grams) : '—'}
        <small> kg</small>
      </span>
      <span className={styles['state']}>
        {expected === null
          ? null
          : `${say('weight.expected', { kg: aboutKilograms(expected) })} · `}
        {say(`scale.${state}`)}
      </span>
    </div>
  )
}

/** The live scale, and how close the carton is to what the destination takes. */
export const WeightBlock = () => {
  const say = useSay()
  const carton = useBenchState((state) => state.carton)
  const canBegin = useBenchState(takesGoods) ?? true
  const weight = carton === null ? 0 : (carton.gross ?? carton.expected)
  const share = carton === null || carton.maxGross === 0 ? 0 : weight / carton.maxGross
  const line = carton === null ? null : boxLine(carton)
  const tone = share > 1 ? 'over' : share > 0.85 ? 'near' : 'fine'
  return (
    <div className={styles['block']}>
      <ScaleReading expected={carton?.expected ?? null} />
      <div className={styles['bar']} aria-hidden="true">
        <i className={styles[tone]} style={{ width: `${Math.min(1, share * limitAt) * 100}%` }} />
        <u style={{ left: `${limitAt * 100}%` }} />
      </div>
      {carton === null ? (
        <p className={styles['notes']}>{canBegin ? say('weight.noCarton') : null}</p>
      ) : (
        <p className={styles['notes']}>
          <span>
            {say(carton.gross === null ? 'weight.chargeableEstimate' : 'weight.chargeable', {
              kg: aboutKilograms(carton.chargeable),
            })}
            {' · '}
            {say('weight.volumetric', { kg: aboutKilograms(carton.volumetric) })}
          </span>
          <span>{say('weight.limit', { kg: plainKilograms(carton.maxGross) })}</span>
        </p>
      )}
      {line === null ? null : <p className={styles['cheaper']}>{say.sentence(line)}</p>}
    </div>
  )
}
