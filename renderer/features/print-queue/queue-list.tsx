import { useMemo, useState } from 'react'
import type { PrintQueueView } from '#shared/contract/printing-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import { type JobDeed, JobRow } from './job-row.tsx'
import { type QueueFilter, queueFilters, queueRows, replacedJobs } from './presentation.ts'
import styles from './queue-list.module.css'

export interface QueueListProps {
  readonly queue: PrintQueueView
  readonly onDeed: (job: PrintQueueView['jobs'][number], deed: JobDeed) => void
}

const rowRem = 6

/** Every label, or only those that wait, need a hand, were sent or were taken back. */
export const QueueList = ({ queue, onDeed }: QueueListProps) => {
  const say = useSay()
  const [filter, setFilter] = useState<QueueFilter>('all')
  const { counts, shown } = useMemo(() => queueRows(queue.jobs, filter), [queue, filter])
  const replaced = useMemo(() => replacedJobs(queue.jobs), [queue])
  return (
    <>
      <ChoiceChips
        label={say('printing.filter')}
        choices={queueFilters.map((id) => ({
          id,
          label: say(`printing.filter.${id}`),
          count: counts[id],
        }))}
        chosen={filter}
        onChoose={setFilter}
      />
      <div className={styles['list']}>
        {shown.length === 0 ? (
          <EmptyState
            icon="printer"
            title={say('printing.none')}
            {...(filter === 'all' ? { hint: say('printing.noneHint') } : {})}
          />
        ) : (
          <WindowList
            label={say('printing.jobs')}
            items={shown}
            rowRem={rowRem}
            keyOf={({ jobId }) => String(jobId)}
            render={(job) => (
              <JobRow
                job={job}
                isReplaced={replaced.has(job.jobId)}
                printers={queue.printers}
                onDeed={(deed) => onDeed(job, deed)}
              />
            )}
          />
        )}
      </div>
    </>
  )
}
