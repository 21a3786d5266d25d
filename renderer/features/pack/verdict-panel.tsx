import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cutMiddle } from '#renderer/ui/cut-name.ts'
import { cx } from '#renderer/ui/cx.ts'
import { GoodsPicture } from '#renderer/ui/goods-picture.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { ReportOffer } from './report-offer.tsx'
import type { VerdictCentre } from './presentation.ts'
import styles from './verdict-panel.module.css'
import type { Hero } from './verdict-goods.ts'

/** Three lines of a name in the narrowest panel, in half-width characters. */
const threeLines = 72

/** Longer words are set smaller, so that they stay whole. */
const wordSize = (words: string): 'huge' | 'big' | 'large' | 'medium' => {
  const wide = Array.from(words).reduce((sum, letter) => sum + (letter > '\u2E80' ? 2 : 1), 0)
  if (wide <= 4) return 'huge'
  return wide <= 8 ? 'big' : wide <= 24 ? 'large' : 'medium'
}

const HeroFigure = ({ hero, seq }: { hero: Hero; seq: number }) =>
  hero.kind === 'count' ? (
    // A new answer is a new element, so that the same count still moves.
    <div key={seq} className={cx(styles['count'], styles['pop'])}>
      {hero.count}
      {hero.of === null ? null : <span className={styles['of']}>/{hero.of}</span>}
    </div>
  ) : (
    <div className={cx(styles['words'], styles[wordSize(hero.words)])}>
      <bdi>{cutMiddle(hero.words, threeLines)}</bdi>
    </div>
  )

/** The wash that answers a scan: one symbol, one sentence, one huge figure. */
export const VerdictPanel = ({ view }: { view: VerdictCentre }) => {
  const say = useSay()
  const { goods, hero, tone } = view
  const name = goods === null ? null : localName(say.language, goods.nameZh, goods.nameEn)
  const facts = view.facts.map((fact) => say.sentence(fact))
  return (
    <section className={cx(styles['panel'], styles[tone])}>
      <div key={view.seq} className={styles['flash']} />
      <p className={styles['title']}>
        <Icon name={view.symbol} weight={3} className={styles['symbol']} />
        {say.sentence(view.title)}
      </p>
      <div className={styles['body']}>
        <div className={styles['figure']}>
          {view.caption === null ? null : (
            <p className={styles['caption']}>{say.sentence(view.caption)}</p>
          )}
          {hero === null ? null : <HeroFigure hero={hero} seq={view.seq} />}
        </div>
        {goods === null ? null : (
          <GoodsPicture
            kind={goods.line?.cargoClass ?? 'general'}
            imageUrl={goods.line?.imageUrl ?? null}
            className={styles['picture']}
          />
        )}
      </div>
      {name === null || (hero?.kind === 'words' && hero.words === name) ? null : (
        <p className={styles['name']} title={name}>
          <bdi>{cutMiddle(name, threeLines)}</bdi>
        </p>
      )}
      <p className={styles['facts']}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {goods === null ? null : (
          <span>
            <bdi>{goods.sku}</bdi>
          </span>
        )}
      </p>
      {tone === 'ok' ? null : <p className={styles['action']}>{say.sentence(view.action)}</p>}
      {view.report === null ? null : (
        <div>
          <ReportOffer orderNo={view.report} />
        </div>
      )}
    </section>
  )
}
