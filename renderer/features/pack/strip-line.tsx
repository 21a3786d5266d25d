import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { ReportOffer } from './report-offer.tsx'
import type { Strip } from './presentation.ts'
import styles from './strip-line.module.css'

/** The last answer as a band over a step that goes on. */
export const StripLine = ({ strip }: { strip: Strip }) => {
  const say = useSay()
  return (
    <p className={cx(styles['strip'], styles[strip.tone])}>
      <Icon name={strip.symbol} weight={2.8} className={styles['symbol']} />
      <b>{say.sentence(strip.title)}</b>
      {strip.tone === 'ok' ? null : <span>{say.sentence(strip.action)}</span>}
      {strip.report === null ? null : <ReportOffer orderNo={strip.report} />}
    </p>
  )
}
