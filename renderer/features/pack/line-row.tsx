import { memo } from 'react'
import type { BenchLine } from '#shared/contract/views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import styles from './goods-row.module.css'
import { useBenchState, useLineProgress } from './store.ts'

/** One line of the order: how much of it is packed. Repaints only when its own count changes. */
export const LineRow = memo(({ line }: { line: BenchLine }) => {
  const say = useSay()
  const packed = useLineProgress(line.sku)?.packed ?? 0
  const isCurrent = useBenchState((state) => state.feedback?.sku === line.sku) ?? false
  const remaining = line.ordered - packed
  const name = localName(say.language, line.nameZh, line.nameEn)
  const note = remaining > 0 ? say('lines.remaining', { count: remaining }) : say('lines.complete')
  return (
    <div
      className={cx(styles['row'], isCurrent && styles['now'], remaining <= 0 && styles['done'])}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <b className={styles['name']}>
        <NameText name={name} />
      </b>
      <span className={styles['note']}>
        {note} · <bdi>{line.sku}</bdi>
      </span>
      <span className={styles['count']}>
        {packed}
        <small>/{line.ordered}</small>
      </span>
      <span className={styles['bar']}>
        <ProgressBar label={name} value={packed} of={line.ordered} valueLabel={`${packed}/${line.ordered}`} />
      </span>
    </div>
  )
})
LineRow.displayName = 'LineRow'
