import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './parked-row.module.css'

const tones = { due: 'plain', printed: 'ok', failed: 'warn' } as const

export interface ParkedRowProps {
  readonly carton: ParkedCarton
  readonly now: Date
  /** The carton comes to the bench. */
  readonly onResume: () => void
}

/** One carton off the bench: which, what is in it, since when, and whether its label came out. */
export const ParkedRow = ({ carton, now, onResume }: ParkedRowProps) => {
  const say = useSay()
  const { act } = useStation()
  const { code, cartonNo, orderNo, units, skus, box, operator, parkedAt, label } = carton
  return (
    <li className={styles['row']} data-carton={code} data-label={label}>
      <b className={styles['no']}>{say('carton.numbered', { no: cartonNo })}</b>
      <span className={styles['what']}>
        <b>
          <bdi>{orderNo}</bdi>
        </b>
        <small>
          {say('parked.inside', { units, skus })} ·{' '}
          <bdi>{localName(say.language, box.nameZh, box.nameEn)}</bdi>
        </small>
      </span>
      <span className={styles['what']}>
        <b>{say('parked.since', { age: say.sentence(lasted(parkedAt, now)) })}</b>
        <small>
          <bdi>{operator ?? code}</bdi>
        </small>
      </span>
      <Tag tone={tones[label]}>{say(`parked.label.${label}`)}</Tag>
      <span className={styles['deeds']}>
        <Button isDisabled={label === 'due'} onPress={() => void act('parked.print', code)}>
          {say('parked.print')}
        </Button>
        <Button tone="primary" onPress={onResume}>
          {say(`parked.resume.${carton.purpose}`)}
        </Button>
      </span>
    </li>
  )
}
