import type { OrderReportView } from '#shared/contract/order-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { ReasonField } from '#renderer/ui/reason-field.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import styles from './report-dialog.module.css'

export interface ShortReasonsProps {
  readonly short: OrderReportView['lines']
  readonly reasons: Readonly<Record<string, string>>
  readonly onChange: (reasons: Readonly<Record<string, string>>) => void
}

/** Why each line is short; where there are several, one answer may stand for all of them. */
export const ShortReasons = ({ short, reasons, onChange }: ShortReasonsProps) => {
  const say = useSay()
  const usual = [say('report.soldOut'), say('report.damaged'), say('report.sellerReduced')]
  const field = (sku: string) => (
    <ReasonField
      label={say('report.reasonFor', { sku })}
      otherLabel={say('dialog.otherReason')}
      reasons={usual}
      value={reasons[sku] ?? ''}
      onChange={(reason) => onChange({ ...reasons, [sku]: reason })}
    />
  )
  const [first] = short
  if (first === undefined) return null
  if (short.length === 1) return field(first.sku)
  const given = new Set(short.map(({ sku }) => reasons[sku] ?? ''))
  const [common = ''] = given.size === 1 ? given : []
  return (
    <>
      <ReasonField
        label={say('report.reasonForAll', { n: short.length })}
        otherLabel={say('dialog.otherReason')}
        reasons={usual}
        value={common}
        onChange={(reason) => onChange(Object.fromEntries(short.map(({ sku }) => [sku, reason])))}
      />
      <div className={styles['reasons']}>
        <WindowList
          label={say('report.reasons')}
          items={short}
          rowRem={12}
          keyOf={({ sku }) => sku}
          render={({ sku }) => <div className={styles['reason']}>{field(sku)}</div>}
        />
      </div>
    </>
  )
}
