import type { CartonMoment, CartonPageView } from '#shared/contract/carton-page-views.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { type Sentence, useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './life-list.module.css'
import { momentLook } from './moment-words.ts'
import { uploadLook } from './upload-words.ts'

const keyOf = (moment: CartonMoment): string =>
  moment.kind === 'command'
    ? `command ${moment.epoch}/${moment.seq}`
    : `${moment.kind} ${moment.id}`

const Notes = ({ notes }: { notes: readonly Sentence[] }) => {
  const say = useSay()
  return notes.length === 0 ? null : <p>{notes.map((note) => say.sentence(note)).join(' · ')}</p>
}

const Moment = ({ moment }: { moment: CartonMoment }) => {
  const say = useSay()
  const look = momentLook(moment, say.language)
  const upload = 'upload' in moment && moment.upload !== null ? uploadLook(moment.upload) : null
  const operator = 'operator' in moment ? moment.operator : null
  return (
    <li className={cx(styles['moment'], styles[look.tone])}>
      <Icon name={look.icon} weight={2.2} className={styles['symbol']} />
      <div className={styles['words']}>
        <p className={styles['title']}>{say.sentence(look.title)}</p>
        <Notes notes={look.notes} />
        {upload === null ? null : <Notes notes={upload.notes} />}
      </div>
      {upload === null ? (
        <span />
      ) : (
        <span className={cx(styles['upload'], styles[upload.tone])}>
          <Icon name={upload.icon} weight={2.2} /> {say.sentence(upload.word)}
        </span>
      )}
      <span className={styles['when']}>
        {monthDay(moment.at)} <b>{clockTime(moment.at)}</b>
        {operator === null ? null : <bdi>{operator}</bdi>}
      </span>
    </li>
  )
}

/** 全程记录: everything that happened to a carton, oldest first. */
export const LifeList = ({ page }: { page: CartonPageView }) => {
  const say = useSay()
  const { moments, scansLeftOut } = page
  return (
    <Card className={styles['card']} label={say('life.title')}>
      <h3 className={styles['heading']}>{say('life.title')}</h3>
      {scansLeftOut === 0 ? null : (
        <p className={styles['leftOut']}>{say('life.scansLeftOut', { count: scansLeftOut })}</p>
      )}
      <ol
        className={styles['list']}
        aria-label={say('life.title')}
        // What can be scrolled is scrolled by keys too.
        {...(moments.length > 0 ? { tabIndex: 0 } : {})}
      >
        {moments.map((moment) => (
          <Moment key={keyOf(moment)} moment={moment} />
        ))}
      </ol>
    </Card>
  )
}
