import { useEffect, useState } from 'react'
import type { PrintJobView } from '#shared/contract/printing-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './ledger-dialog.module.css'
import {
  jobNote,
  labelMarks,
  labelName,
  replacedJobs,
  stateSentence,
  stateTones,
} from './presentation.ts'
import { usePrintQueue } from './store.ts'

export interface LedgerDialogProps {
  readonly cartonNo: number
  readonly code: string
  readonly onClose: () => void
}

const none = [] as const

/** The ledger of one carton, read again while printing moves. */
const useLedger = (code: string) => {
  const { ask, client } = useStation()
  const [jobs, setJobs] = useState<readonly PrintJobView[] | null>(null)
  const [problem, setProblem] = useState<ErrorShape | null>(null)
  useEffect(() => {
    let isShown = true
    const read = async (): Promise<void> => {
      const answer = await ask('printing.ledger', code)
      if (!isShown) return
      if (answer.ok) setJobs(answer.value)
      else setProblem(answer.error)
    }
    void read()
    const stop = client.on.printing(() => void read())
    return () => {
      isShown = false
      stop()
    }
  }, [ask, client, code])
  return { jobs, problem }
}

/** 标签记录: every label ever made for a carton, which was scanned back and which must come off. */
export const LedgerDialog = ({ cartonNo, code, onClose }: LedgerDialogProps) => {
  const say = useSay()
  const { jobs, problem } = useLedger(code)
  const printers = usePrintQueue((state) => state.printing?.printers ?? none)
  const replaced = replacedJobs(jobs ?? none)
  const said = problem === null ? null : say.sentence(errorSentence(problem))
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('printing.ledgerTitle', { no: cartonNo })}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {jobs === null || jobs.length === 0 ? (
        <EmptyState
          icon={said === null ? 'printer' : 'warning'}
          title={said ?? say(jobs === null ? 'printing.ledgerReading' : 'printing.ledgerNone')}
        />
      ) : (
        <>
          <p className={styles['code']}>
            {say('printing.ledgerCode', { order: jobs[0]?.orderNo ?? '', code })}
          </p>
          <ol className={styles['list']} aria-label={say('printing.ledgerTitle', { no: cartonNo })}>
            {jobs.map((job) => {
              const note = jobNote(job, replaced.has(job.jobId))
              const printer = printers.find(({ id }) => id === job.printerId)?.name
              return (
                <li
                  key={job.jobId}
                  className={cx(styles['item'], job.age !== null && styles['stale'])}
                >
                  <span className={styles['label']}>
                    <b>{say.sentence(labelName(job))}</b>{' '}
                    {labelMarks(job)
                      .map((mark) => say.sentence(mark))
                      .join(' · ')}
                  </span>
                  <span className={styles['state']}>
                    <Tag tone={job.age === null ? stateTones[job.state] : 'plain'}>
                      {say.sentence(stateSentence(job, printers))}
                    </Tag>
                    {note === null ? null : <small>{say.sentence(note.said)}</small>}
                  </span>
                  <span className={styles['when']}>
                    {say('printing.ledgerWhen', {
                      day: monthDay(job.changedAt),
                      time: clockTime(job.changedAt),
                      printer: printer ?? job.printerId,
                    })}
                  </span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </Dialog>
  )
}
