import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'
import type { RecountQuestion } from './keys.ts'
import { useRecount } from './store.ts'

interface QuestionProps {
  readonly onClose: () => void
}

const ReopenQuestion = ({ onClose }: QuestionProps) => {
  const say = useSay()
  const { act } = useStation()
  const no = useRecount((state) => state.view?.active?.cartonNo ?? 0)
  return (
    <ReasonQuestion
      texts={{
        title: say('recount.reopenTitle', { no }),
        close: say('dialog.back'),
        cancel: say('dialog.cancel'),
        confirm: say('reopen.confirm'),
        reason: say('reopen.reason'),
        otherReason: say('dialog.otherReason'),
      }}
      reasons={[say('reopen.wrongCount'), say('reopen.wrongGoods'), say('reopen.boxBroken')]}
      onClose={onClose}
      onAnswer={(reason) => void act('recount.reopen', { reason })}
    >
      <p>{say('reopen.text')}</p>
    </ReasonQuestion>
  )
}

/** Asks once before a count is lost, an empty carton is believed, or a difference stays. */
export const RecountQuestions = ({ asks, onClose }: QuestionProps & { asks: RecountQuestion }) => {
  const say = useSay()
  const { act } = useStation()
  const units = useRecount((state) => state.view?.active?.units ?? 0)
  if (asks === 'reopen') return <ReopenQuestion onClose={onClose} />
  const { title, text, back, go, request } = {
    'give-up': {
      title: say('recount.giveUpTitle'),
      text: say('recount.giveUpText', { units }),
      back: say('recount.goOn'),
      go: say('recount.giveUp'),
      request: 'recount.leave' as const,
    },
    empty: {
      title: say('recount.emptyTitle'),
      text: say('recount.emptyText'),
      back: say('recount.goOn'),
      go: say('recount.finish'),
      request: 'recount.finish' as const,
    },
    leave: {
      title: say('recount.leaveTitle'),
      text: say('recount.leaveText'),
      back: say('dialog.cancel'),
      go: say('recount.leaveAsIs'),
      request: 'recount.leave' as const,
    },
  }[asks]
  return (
    <Dialog isOpen title={title} closeLabel={say('dialog.back')} onClose={onClose}>
      <p>{text}</p>
      <DialogActions>
        <Button onPress={onClose}>{back}</Button>
        <Button
          tone="primary"
          onPress={() => {
            onClose()
            void act(request, undefined)
          }}
        >
          {go}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
