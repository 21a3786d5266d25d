import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'
import styles from './dialogs.module.css'

/** The weight differs and was checked: it is taken, with the reason. */
export const AcceptWeightDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  return (
    <ReasonQuestion
      texts={{
        title: say('accept.title'),
        close: say('dialog.back'),
        cancel: say('dialog.cancel'),
        confirm: say('accept.confirm'),
        reason: say('accept.reason'),
        otherReason: say('dialog.otherReason'),
      }}
      reasons={[say('accept.recounted'), say('accept.filler'), say('accept.goodsDiffer')]}
      onClose={onClose}
      onAnswer={(reason) => void act('bench.acceptWeight', reason)}
    >
      <p className={styles['text']}>{say('accept.text')}</p>
    </ReasonQuestion>
  )
}
