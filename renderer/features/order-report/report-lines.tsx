import type { OrderReportView } from '#shared/contract/order-views.ts'
import { differenceOf } from '#renderer/lib/difference.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import styles from './report-dialog.module.css'

type Line = OrderReportView['lines'][number]

const ReportLine = ({ line }: { line: Line }) => {
  const say = useSay()
  const difference = differenceOf(line.ordered, line.packed)
  return (
    <div className={cx(styles['line'], styles[difference.tone])}>
      <span className={styles['goods']}>
        <b>
          <NameText name={localName(say.language, line.nameZh, line.nameEn)} />
        </b>
        <span title={line.shortReason ?? undefined}>
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
    </div>
  )
}

/** Every line: planned, packed, and the difference in colour and words. */
export const ReportLines = ({ lines }: { lines: readonly Line[] }) => {
  const say = useSay()
  return (
    <div className={styles['lines']}>
      <WindowList
        label={say('report.lines')}
        items={lines}
        rowRem={4}
        keyOf={(line) => String(line.lineNo)}
        render={(line) => <ReportLine line={line} />}
      />
    </div>
  )
}
