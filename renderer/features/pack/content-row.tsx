import { memo } from 'react'
import { localName, shortCode } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import styles from './goods-row.module.css'
import { useBench } from './store.ts'
import { useRowTone } from './use-row-tone.ts'

/** One product in the open carton. */
export const ContentRow = memo(({ sku, quantity }: { sku: string; quantity: number }) => {
  const say = useSay()
  const line = useBench((mirror) => mirror.lines.get(sku) ?? null)
  const tone = useRowTone(sku)
  return (
    <div className={cx(styles['row'], tone !== null && styles[tone])}>
      <b className={styles['name']}>
        <NameText
          lines={2}
          name={line === null ? sku : localName(say.language, line.nameZh, line.nameEn)}
        />
      </b>
      <span className={styles['note']}>
        <bdi>{sku}</bdi>
        {line === null ? null : ' · '}
        {line === null ? null : <bdi>{shortCode(line.barcode)}</bdi>}
      </span>
      <span className={styles['count']}>{quantity}</span>
    </div>
  )
})
ContentRow.displayName = 'ContentRow'
