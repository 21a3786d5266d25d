import { memo } from 'react'
import { localName, shortCode } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import type { CartonRow } from './carton-rows.ts'
import styles from './goods-row.module.css'
import { useBench } from './store.ts'
import { useRowTone } from './use-row-tone.ts'

/** One product in the open carton, or still to go in. */
export const ContentRow = memo(({ sku, quantity, planned }: CartonRow) => {
  const say = useSay()
  const line = useBench((mirror) => mirror.lines.get(sku) ?? null)
  const tone = useRowTone(sku)
  return (
    <div
      className={cx(
        styles['row'],
        tone !== null && styles[tone],
        planned !== null && quantity >= planned && styles['done'],
      )}
    >
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
      <span className={styles['count']}>
        {quantity}
        {planned === null ? null : <small>/{planned}</small>}
      </span>
    </div>
  )
})
ContentRow.displayName = 'ContentRow'
