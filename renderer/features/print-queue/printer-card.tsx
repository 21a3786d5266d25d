import type { PrinterView } from '#shared/contract/printing-views.ts'
import type { DevicesView } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './printer-card.module.css'

export interface PrinterCardProps {
  readonly printer: PrinterView
  /** What is known of the device beside the queue. */
  readonly device: DevicesView['printer'] | null
  readonly onHold: () => void
  readonly onResume: () => void
}

/** One printer: whether it goes on by itself, and if not, why and what to do. */
export const PrinterCard = ({ printer, device, onHold, onResume }: PrinterCardProps) => {
  const say = useSay()
  const { hold, name } = printer
  // What the printer says of itself goes before what went wrong with a label.
  const saying = printer.trouble ?? device?.problem ?? null
  const error = hold === null ? saying : hold.problem
  const said = saying?.code === error?.code ? null : saying
  const facts = error === null ? '' : errorFacts(say, error)
  const tone = hold !== null ? 'held' : error === null ? 'free' : 'problem'
  return (
    <section className={cx(styles['card'], styles[tone])} data-held={hold !== null}>
      <Icon name={tone === 'free' ? 'printer' : 'warning'} className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['head']}>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          <span>
            {hold !== null
              ? say('printing.held')
              : error === null
                ? say('printing.free')
                : say('deviceState.problem')}
          </span>
        </p>
        {hold === null ? null : (
          <p>
            {hold.cause === 'packer'
              ? say('printing.heldByPacker', {
                  day: monthDay(hold.since),
                  time: clockTime(hold.since),
                  reason: hold.reason ?? '',
                })
              : say('printing.heldByTrouble', {
                  day: monthDay(hold.since),
                  time: clockTime(hold.since),
                })}
          </p>
        )}
        {said === null ? null : (
          <p className={styles['said']}>{say.sentence(errorSentence(said))}</p>
        )}
        {error === null ? null : (
          <p>
            {hold === null ? say.sentence(errorSentence(error)) : say('printing.heldDo')}
            {facts === '' ? null : (
              <>
                {' '}
                <bdi className={styles['facts']}>({facts})</bdi>
              </>
            )}
          </p>
        )}
      </div>
      {hold === null ? (
        <Button onPress={onHold}>{say('printing.hold')}</Button>
      ) : (
        <Button tone="primary" size="large" onPress={onResume}>
          {say('printing.resume')}
        </Button>
      )}
    </section>
  )
}
