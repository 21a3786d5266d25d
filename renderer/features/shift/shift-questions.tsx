import type { ShiftItem } from '#shared/contract/shift-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'

/** Nobody finds it: why? */
export const MissingQuestion = ({ item, onClose }: { item: ShiftItem; onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const { code, cartonNo, orderNo } = item
  return (
    <ReasonQuestion
      texts={{
        title: say('shift.missingTitle', { no: cartonNo }),
        close: say('dialog.back'),
        cancel: say('dialog.cancel'),
        confirm: say('shift.missingConfirm'),
        reason: say('shift.missingReason'),
        otherReason: say('dialog.otherReason'),
      }}
      reasons={[say('shift.notThere'), say('shift.noLabel'), say('shift.takenAway')]}
      onClose={onClose}
      onAnswer={(reason) => void act('shift.missing', { code, reason })}
    >
      <p>
        <bdi>{orderNo}</bdi> · <bdi>{code}</bdi>
      </p>
      <p>{say('shift.missingText')}</p>
    </ReasonQuestion>
  )
}

/** Asks once before what was accepted is lost. */
export const LeaveQuestion = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  return (
    <Dialog
      isOpen
      title={say('shift.leaveTitle')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <p>{say('shift.leaveText')}</p>
      <DialogActions>
        <Button onPress={onClose}>{say('shift.goOn')}</Button>
        <Button
          tone="primary"
          onPress={() => {
            onClose()
            void act('shift.leave', undefined)
          }}
        >
          {say('shift.leave')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
