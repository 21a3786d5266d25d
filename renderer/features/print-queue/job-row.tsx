import type { PrinterView, PrintJobView } from '#shared/contract/printing-views.ts'
import { errorFacts } from '#renderer/lib/error-sentence.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './job-row.module.css'
import {
  jobDeeds,
  jobNote,
  labelMarks,
  labelName,
  stateSentence,
  stateTones,
} from './presentation.ts'

export type JobDeed = 'again' | 'withdraw' | 'ledger'

export interface JobRowProps {
  readonly job: PrintJobView
  /** A newer copy has its place. */
  readonly isReplaced: boolean
  readonly printers: readonly PrinterView[]
  readonly onDeed: (deed: JobDeed) => void
}

/** One label: whose it is, what became of it, and what may be done. */
export const JobRow = ({ job, isReplaced, printers, onDeed }: JobRowProps) => {
  const say = useSay()
  const deeds = jobDeeds(job)
  const note = jobNote(job, isReplaced)
  const facts = note?.error == null ? '' : errorFacts(say, note.error)
  const printer = printers.find(({ id }) => id === job.printerId)?.name ?? job.printerId
  return (
    <div className={styles['row']} data-state={job.state} data-job={job.jobId}>
      <b className={styles['no']}>{say('carton.numbered', { no: job.cartonNo })}</b>
      <span className={styles['label']}>
        <b>{say.sentence(labelName(job))}</b>{' '}
        {labelMarks(job)
          .map((mark) => say.sentence(mark))
          .join(' · ')}
        <small>
          <bdi>{job.orderNo}</bdi> · <code>{job.cartonCode}</code>
        </small>
      </span>
      <span className={styles['state']}>
        <Tag tone={job.age === null ? stateTones[job.state] : 'plain'}>
          {say.sentence(stateSentence(job, printers))}
        </Tag>
        {note === null ? null : (
          <small title={facts}>
            {say.sentence(note.said)}
            {facts === '' ? null : ` (${facts})`}
          </small>
        )}
      </span>
      <span className={styles['when']}>
        {`${monthDay(job.changedAt)} ${clockTime(job.changedAt)}`}
        <small>
          <bdi>{printer}</bdi>
        </small>
      </span>
      <span className={styles['deeds']}>
        {deeds.withdraw ? (
          <Button onPress={() => onDeed('withdraw')}>{say('printing.withdraw')}</Button>
        ) : null}
        {deeds.again ? (
          <Button onPress={() => onDeed('again')}>{say('printing.again')}</Button>
        ) : null}
        <Button tone="quiet" onPress={() => onDeed('ledger')}>
          {say('printing.ledger')}
        </Button>
      </span>
    </div>
  )
}
