import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import type { CountedGoods } from './presentation.ts'
import styles from './counted-card.module.css'
import { useRecount } from './store.ts'

const none: readonly CountedGoods[] = []

/** What was counted so far; never what is expected. */
export const CountedCard = () => {
  const say = useSay()
  const active = useRecount((state) => state.view?.active ?? null)
  const current = useRecount((state) => state.view?.feedback?.sku ?? null)
  if (active === null) return null
  const counted = active.counted.length === 0 ? none : active.counted
  return (
    <Card label={say('recount.counted')} className={styles['card']}>
      <header className={styles['head']}>
        <h2>{say('carton.numbered', { no: active.cartonNo })}</h2>
        <span>
          {say('recount.total')} <b>{active.units}</b> {say('unit.pieces')}
        </span>
        <code className={styles['code']}>{active.cartonCode}</code>
      </header>
      {counted.length === 0 ? (
        <EmptyState
          icon="scan"
          title={say('recount.countedNone')}
          hint={say('recount.countedHint')}
        />
      ) : (
        <WindowList
          label={say('recount.counted')}
          items={counted}
          rowRem={5}
          keyOf={(goods) => goods.sku}
          inSight={counted.findIndex((goods) => goods.sku === current)}
          className={styles['list']}
          render={(goods) => (
            <div className={cx(styles['row'], goods.sku === current && styles['current'])}>
              <b className={styles['name']}>
                <NameText lines={2} name={localName(say.language, goods.nameZh, goods.nameEn)} />
              </b>
              <bdi className={styles['sku']}>{goods.sku}</bdi>
              <span className={styles['count']}>{goods.units}</span>
            </div>
          )}
        />
      )}
    </Card>
  )
}
