import type { OrderReportView } from '#shared/contract/order-views.ts'
import { differenceOf } from '#renderer/lib/difference.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import styles from './report-dialog.module.css'

/** Every line: planned, packed, and the difference in colour and words. */
export const ReportLines = ({ lines }: { lines: OrderReportView['lines'] }) => {
  const say = useSay()
  return (
    <ul aria-label={say('report.lines')} className={styles['lines']}>
      {lines.map((line) => {
        const difference = differenceOf(line.ordered, line.packed)
        return (
          <li key={line.lineNo} className={cx(styles['line'], styles[difference.tone])}>
            <span className={styles['goods']}>
              <b>
                <NameText name={localName(say.language, line.nameZh, line.nameEn)} />
              </b>
              <span>
                <bdi>{line.sku}</bdi>
                {line.shortReason === null ? null : <bdi> · {line.shortReason}</bdi>}
              </span>
            </span>
            <span>
              {say('report.planned')} <b>{line.ordered}</b>
            </span>
            <span>
              {say('report.packed')} <b>{line.packed}</b>
            </span>
            <b className={styles['difference']}>
              <Icon name={difference.symbol} weight={2.8} />
              {say.sentence(difference.sentence)}
            </b>
          </li>
        )
      })}
    </ul>
  )
}
