import { useEffect, useState } from 'react'
import type { PrintJobView } from '#shared/contract/printing-views.ts'
import type { DevicesView } from '#shared/contract/views.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { BatchDialog } from './batch-dialog.tsx'
import { DidItComeOut } from './did-it-come-out.tsx'
import type { JobDeed } from './job-row.tsx'
import { LedgerDialog } from './ledger-dialog.tsx'
import { askedAbout, withdrawable } from './presentation.ts'
import { PrinterCard } from './printer-card.tsx'
import { QueueList } from './queue-list.tsx'
import { type Asked, QueueQuestion } from './queue-question.tsx'
import { usePrintQueue } from './store.ts'

export interface PrintQueuePanelProps {
  /** What is known of the default printer beside the queue. */
  readonly device: DevicesView['printer'] | null
  /** The order on the bench, if the seller planned its cartons. */
  readonly plannedOrder: string | null
  readonly onClose: () => void
}

type Over =
  | Asked
  | { readonly deed: 'ledger'; readonly job: PrintJobView }
  | { readonly deed: 'batch' }

/** 打印队列: the truth about every label, and the printers that can be held and go on. */
export const PrintQueuePanel = ({ device, plannedOrder, onClose }: PrintQueuePanelProps) => {
  const say = useSay()
  const { act } = useStation()
  const queue = usePrintQueue((state) => state.queue)
  const problem = usePrintQueue((state) => state.problem)
  const watch = usePrintQueue((state) => state.watch)
  const [over, setOver] = useState<Over | null>(null)
  useEffect(() => watch(), [watch])
  const back = (): void => setOver(null)

  if (over?.deed === 'batch') {
    if (plannedOrder !== null) return <BatchDialog orderNo={plannedOrder} onClose={back} />
  } else if (over?.deed === 'ledger') {
    const { cartonNo, cartonCode } = over.job
    return <LedgerDialog cartonNo={cartonNo} code={cartonCode} onClose={back} />
  } else if (over !== null) return <QueueQuestion asked={over} onClose={back} />

  const askFor = (job: PrintJobView, deed: JobDeed): void =>
    setOver(deed === 'withdraw' ? { deed, jobIds: [job.jobId] } : { deed, job })
  const asked = queue === null ? null : askedAbout(queue.jobs)
  const waiting = queue === null ? [] : withdrawable(queue.jobs)
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('printing.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {queue === null ? (
        <EmptyState
          icon={problem === null ? 'printer' : 'warning'}
          title={say(problem === null ? 'printing.reading' : 'printing.failed')}
          {...(problem === null ? {} : { hint: say.sentence(errorSentence(problem)) })}
        />
      ) : (
        <>
          {queue.printers.map((printer) => (
            <PrinterCard
              key={printer.id}
              printer={printer}
              device={device?.name === printer.id ? device : null}
              onHold={() => setOver({ deed: 'hold', printer })}
              onResume={() => void act('printing.resume', printer.id)}
            />
          ))}
          {asked === null ? null : <DidItComeOut job={asked} />}
          <QueueList queue={queue} onDeed={askFor} />
          <DialogActions>
            {waiting.length === 0 ? null : (
              <Button
                onPress={() => setOver({ deed: 'withdraw', jobIds: waiting.slice(0, 1_000) })}
              >
                {say('printing.withdrawAll', { count: waiting.length })}
              </Button>
            )}
            {plannedOrder === null ? null : (
              <Button onPress={() => setOver({ deed: 'batch' })}>{say('printing.batch')}</Button>
            )}
            <Button onPress={onClose}>{say('dialog.back')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
