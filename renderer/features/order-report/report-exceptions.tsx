import type { OrderReportView } from '#shared/contract/order-views.ts'
import { clockTime, localName, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import { Thumbnails } from '#renderer/ui/thumbnails.tsx'
import styles from './report-dialog.module.css'

type Exception = OrderReportView['exceptions'][number]

const ExceptionRow = ({ exception }: { exception: Exception }) => {
  const say = useSay()
  const { kind, sku, nameZh, nameEn, text, units, operator, at, photos } = exception
  const goods = sku === null ? text : localName(say.language, nameZh ?? sku, nameEn ?? sku)
  const what = `${say(`exceptionKind.${kind}`)} · ${goods}`
  return (
    <li>
      <Tag tone={kind === 'short' || kind === 'damaged' ? 'bad' : 'warn'}>
        {say(`exceptionKind.${kind}`)} {units}
      </Tag>
      <b>
        <bdi>{goods}</bdi>
      </b>
      <span>
        <bdi>{sku}</bdi>
      </span>
      <span>
        {monthDay(at)} {clockTime(at)}
        {operator === null ? '' : ` · ${operator}`}
      </span>
      <Thumbnails
        closeLabel={say('dialog.back')}
        photos={photos.map((src, index) => ({
          src,
          name: say('exceptions.photo', { no: index + 1, what }),
        }))}
      />
    </li>
  )
}

/** What goods did otherwise than the order expects, newest first. */
export const ReportExceptions = ({ exceptions }: { exceptions: readonly Exception[] }) => {
  const say = useSay()
  if (exceptions.length === 0) return null
  const newestFirst = exceptions.map((exception, index) => ({ ...exception, index })).toReversed()
  return (
    <section className={styles['exceptions']}>
      <h3>{say('exceptions.title')}</h3>
      <ul>
        {newestFirst.map(({ index, ...exception }) => (
          <ExceptionRow key={index} exception={exception} />
        ))}
      </ul>
    </section>
  )
}
