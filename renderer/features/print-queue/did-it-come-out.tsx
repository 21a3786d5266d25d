import type { PrintJobView } from '#shared/contract/printing-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './did-it-come-out.module.css'
import { labelName } from './presentation.ts'

/** Asks about a label of which nobody knows whether it came out: a scan proves it, a copy takes its place. */
export const DidItComeOut = ({ job }: { job: PrintJobView }) => {
  const say = useSay()
  const { act } = useStation()
  const label = say.sentence(labelName(job))
  return (
    <section className={styles['question']} data-testid="print-question">
      <Icon name="scan" className={styles['icon']} />
      <div className={styles['words']}>
        <h3>{say('printing.askTitle', { no: job.cartonNo, label })}</h3>
        <p>{say('printing.askDo')}</p>
      </div>
      <Button
        size="large"
        onPress={() =>
          void act('printing.again', { jobId: job.jobId, reason: say('printing.againNotOut') })
        }
      >
        {say('printing.askAgain')}
      </Button>
    </section>
  )
}
