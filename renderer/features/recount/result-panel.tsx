import { differenceOf } from '#renderer/lib/difference.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import type { ComparedGoods, RecountCentre } from './presentation.ts'
import styles from './result-panel.module.css'

const Line = ({ line }: { line: ComparedGoods }) => {
  const say = useSay()
  const difference = differenceOf(line.expected, line.counted)
  return (
    <div className={cx(styles['row'], styles[difference.tone])}>
      <div className={styles['goods']}>
        <b>
          <NameText name={localName(say.language, line.nameZh, line.nameEn)} />
        </b>
        <bdi>{line.sku}</bdi>
      </div>
      <span className={styles['figure']}>
        {say('recount.expected')} <b>{line.expected}</b>
      </span>
      <span className={styles['figure']}>
        {say('recount.found')} <b>{line.counted}</b>
      </span>
      <span className={styles['difference']}>
        <Icon name={difference.symbol} weight={2.8} />
        {say.sentence(difference.sentence)}
      </span>
    </div>
  )
}

/** What came of the count: agrees or not, and every SKU in colour and words. */
export const ResultPanel = ({ result }: { result: RecountCentre & { kind: 'result' } }) => {
  const say = useSay()
  const { matches, short, over, units, lines, answer } = result
  const totals = [
    short === 0 ? null : say('recount.shortTotal', { count: short }),
    over === 0 ? null : say('recount.overTotal', { count: over }),
  ].filter((total) => total !== null)
  const hint = matches ? say('recount.matchText', { count: units }) : say('recount.differDo')
  return (
    <div className={styles['result']}>
      <section className={cx(styles['wash'], styles[matches ? 'agrees' : 'differs'])}>
        <Icon name={matches ? 'check' : 'cross'} weight={2.8} className={styles['symbol']} />
        <div className={styles['words']}>
          <p className={styles['title']}>
            {say(matches ? 'recount.matchTitle' : 'recount.differTitle')}
            {totals.length === 0 ? null : <b>{totals.join(' · ')}</b>}
          </p>
          <p>{answer === null ? hint : say.sentence(answer.action)}</p>
        </div>
      </section>
      <Card label={say('recount.lines')} className={styles['lines']}>
        <WindowList
          label={say('recount.lines')}
          items={lines}
          rowRem={4.25}
          keyOf={(line) => line.sku}
          render={(line) => <Line line={line} />}
        />
      </Card>
    </div>
  )
}
