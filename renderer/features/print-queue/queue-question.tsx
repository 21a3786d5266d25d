import type { PrinterView, PrintJobView } from '#shared/contract/printing-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'
import { labelName } from './presentation.ts'

export type Asked =
  | { readonly deed: 'hold'; readonly printer: PrinterView }
  | { readonly deed: 'withdraw'; readonly jobIds: readonly number[] }
  | { readonly deed: 'again'; readonly job: PrintJobView }

/** Asks once, with a reason, before a printer is held or labels are taken back or printed again. */
export const QueueQuestion = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const texts = {
    close: say('dialog.back'),
    cancel: say('dialog.cancel'),
    otherReason: say('dialog.otherReason'),
    confirm: say(`printing.${asked.deed}Confirm`),
    reason: say(`printing.${asked.deed}Reason`),
  }
  switch (asked.deed) {
    case 'hold':
      return (
        <ReasonQuestion
          texts={{ ...texts, title: say('printing.holdTitle', { printer: asked.printer.name }) }}
          reasons={[
            say('printing.holdPaper'),
            say('printing.holdRibbon'),
            say('printing.holdClean'),
          ]}
          onClose={onClose}
          onAnswer={(reason) => void act('printing.hold', { printerId: asked.printer.id, reason })}
        >
          <p>{say('printing.holdText')}</p>
        </ReasonQuestion>
      )
    case 'withdraw':
      return (
        <ReasonQuestion
          texts={{ ...texts, title: say('printing.withdrawTitle', { count: asked.jobIds.length }) }}
          reasons={[
            say('printing.withdrawNotNeeded'),
            say('printing.withdrawWrongRange'),
            say('printing.withdrawOtherPrinter'),
          ]}
          tone="danger"
          onClose={onClose}
          onAnswer={(reason) =>
            void act('printing.withdraw', { jobIds: [...asked.jobIds], reason })
          }
        >
          <p>{say('printing.withdrawText')}</p>
        </ReasonQuestion>
      )
    case 'again': {
      const { cartonNo, jobId, state } = asked.job
      const label = say.sentence(labelName(asked.job))
      return (
        <ReasonQuestion
          texts={{ ...texts, title: say('printing.againTitle', { no: cartonNo, label }) }}
          reasons={[
            say('printing.againNotOut'),
            say('printing.againSmudged'),
            say('printing.againTorn'),
            say('printing.againLost'),
          ]}
          onClose={onClose}
          onAnswer={(reason) => void act('printing.again', { jobId, reason })}
        >
          <p>{say(state === 'failed' ? 'printing.againSame' : 'printing.againCopy')}</p>
        </ReasonQuestion>
      )
    }
  }
}
