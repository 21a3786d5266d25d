import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import type { ShiftCentre } from './presentation.ts'
import styles from './shift-panel.module.css'

/** Who has no badge takes over by name. */
const Successors = ({ successors }: Pick<ShiftCentre, 'successors'>) => {
  const say = useSay()
  const { act } = useStation()
  return (
    <section className={styles['names']} aria-label={say('signIn.names')}>
      <p>{say('signIn.names')}</p>
      <ul>
        {successors.map(({ id, name }) => (
          <li key={id}>
            <TileButton className={styles['tile']} onPress={() => void act('shift.finish', id)}>
              <bdi>{name}</bdi>
            </TileButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The middle: how many are left, huge, the answer to the last scan, and the next step in one sentence. */
export const ShiftPanel = ({ centre }: { centre: ShiftCentre }) => {
  const say = useSay()
  const { answer, left, title, next, successors } = centre
  const tone = answer?.tone ?? (left === 0 ? 'ok' : 'idle')
  return (
    <div className={styles['column']}>
      <section className={cx(styles['panel'], styles[tone])}>
        <div key={`flash ${answer?.seq}`} className={styles['flash']} />
        <p className={styles['title']}>
          <Icon
            name={answer?.symbol ?? (left === 0 ? 'check' : 'scan')}
            weight={3}
            className={styles['symbol']}
          />
          {say.sentence(title)}
        </p>
        <p className={styles['caption']}>{say('shift.left')}</p>
        {/* A new answer is a new element, so that the same count still moves. */}
        <div key={`count ${answer?.seq}`} className={styles['count']} data-testid="shift-left">
          {left}
        </div>
        <p className={styles['action']}>{say.sentence(answer?.action ?? next)}</p>
      </section>
      {successors.length === 0 ? null : <Successors successors={successors} />}
    </div>
  )
}
