import { memo } from 'react'
import type { BenchLine } from '#shared/contract/views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import styles from './goods-row.module.css'
import { overStatus } from './order-over.ts'
import { useBenchState, useLineProgress } from './store.ts'
import { useRowTone } from './use-row-tone.ts'

/** One line of the order: how much of it is packed. Repaints only when its own count changes. */
export const LineRow = memo(({ line }: { line: BenchLine }) => {
  const say = useSay()
  const packed = useLineProgress(line.sku)?.packed ?? 0
  const tone = useRowTone(line.sku)
  const remaining = line.ordered - packed
  const name = localName(say.language, line.nameZh, line.nameEn)
  const isOver = useBenchState((state) => overStatus(state) !== null) ?? false
  const left = say(isOver ? 'difference.short' : 'lines.remaining', { count: remaining })
  const { short = 0, onPallet = 0 } = useLineProgress(line.sku) ?? {}
  const open = short > 0 ? say('lines.short', { count: short }) : left
  const note = remaining > 0 ? open : say('lines.complete')
  const isByCase = useBenchState((state) => state.mode === 'whole-case') ?? false
  const caseUnits = isByCase ? (line.caseBarcode?.units ?? 1) : 1
  const cases = { packed: Math.floor(packed / caseUnits), ordered: line.ordered / caseUnits }
  return (
    <div
      className={cx(styles['row'], tone !== null && styles[tone], remaining <= 0 && styles['done'])}
      aria-current={tone === null ? undefined : 'true'}
    >
      <b className={styles['name']}>
        <NameText name={name} lines={2} />
      </b>
      <span className={styles['note']}>
        {caseUnits > 1
          ? `${say('lines.cases', { packed: cases.packed, ordered: Math.ceil(cases.ordered) })} · `
          : ''}
        {note} · <bdi>{line.sku}</bdi>
      </span>
      <span className={styles['count']}>
        {packed}
        <small>/{line.ordered}</small>
        {onPallet === 0 ? null : <em>{say('lines.onPallet', { count: onPallet })}</em>}
      </span>
      <span className={styles['bar']}>
        <ProgressBar
          label={name}
          value={packed}
          of={line.ordered}
          valueLabel={`${packed}/${line.ordered}`}
        />
      </span>
    </div>
  )
})
LineRow.displayName = 'LineRow'
