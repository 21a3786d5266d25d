import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './count-panel.module.css'
import type { Answer, CountedGoods, RecountCentre } from './presentation.ts'

const Quiet = ({ title, text }: { title: string; text: string }) => (
  <section className={cx(styles['panel'], styles['quiet'])}>
    <Icon name="scan" className={styles['glyph']} weight={1.4} />
    <p className={styles['title']}>{title}</p>
    <p className={styles['text']}>{text}</p>
  </section>
)

const Answered = ({ answer, goods }: { answer: Answer; goods: CountedGoods | null }) => {
  const say = useSay()
  return (
    <section className={cx(styles['panel'], styles[answer.tone])}>
      <div key={answer.seq} className={styles['flash']} />
      <p className={styles['title']}>
        <Icon name={answer.symbol} weight={3} className={styles['symbol']} />
        {say.sentence(answer.title)}
      </p>
      {goods === null ? null : (
        <>
          <p className={styles['caption']}>{say('recount.thisItem')}</p>
          {/* A new answer is a new element, so that the same count still moves. */}
          <div key={answer.seq} className={styles['count']}>
            {goods.units}
          </div>
          <p className={styles['name']}>
            <bdi>{localName(say.language, goods.nameZh, goods.nameEn)}</bdi>
          </p>
          <p className={styles['facts']}>
            <bdi>{goods.sku}</bdi>
          </p>
        </>
      )}
      {answer.tone === 'ok' ? null : (
        <p className={styles['action']}>{say.sentence(answer.action)}</p>
      )}
    </section>
  )
}

/** The middle while it is counted: huge is how many of the item just scanned were counted. */
export const CountPanel = ({ centre }: { centre: Exclude<RecountCentre, { kind: 'result' }> }) => {
  const say = useSay()
  switch (centre.kind) {
    case 'awaiting-mark':
      return centre.answer === null ? (
        <Quiet title={say('recount.awaitTitle')} text={say('recount.awaitText')} />
      ) : (
        <Answered answer={centre.answer} goods={null} />
      )
    case 'begin':
      return <Quiet title={say('recount.beginTitle')} text={say('recount.beginText')} />
    case 'go-on':
      return (
        <section className={cx(styles['panel'], styles['quiet'])}>
          <p className={styles['caption']}>{say('recount.soFar')}</p>
          <div className={styles['count']}>{centre.units}</div>
          <p className={styles['title']}>{say('recount.goOnTitle')}</p>
        </section>
      )
    case 'counted':
      return <Answered answer={centre.answer} goods={centre.goods} />
  }
}
