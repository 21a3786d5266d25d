import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog, DialogActions } from './dialog.tsx'
import { Form } from './form.tsx'
import { ReasonField } from './reason-field.tsx'

export interface ReasonQuestionTexts {
  readonly title: string
  readonly close: string
  readonly cancel: string
  readonly confirm: string
  readonly reason: string
  readonly otherReason: string
}

export interface ReasonQuestionProps {
  readonly texts: ReasonQuestionTexts
  readonly reasons: readonly string[]
  readonly tone?: 'primary' | 'danger'
  readonly onClose: () => void
  readonly onAnswer: (reason: string) => void
  /** What the question is about, and other fields. */
  readonly children?: ReactNode
}

/** Asks once before something is done, and why. */
export const ReasonQuestion = (props: ReasonQuestionProps) => {
  const { texts, reasons, tone = 'primary', onClose, onAnswer, children } = props
  const [reason, setReason] = useState('')
  const isReady = reason.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady) return
    onClose()
    onAnswer(reason.trim())
  }
  return (
    <Dialog isOpen title={texts.title} closeLabel={texts.close} onClose={onClose}>
      <Form onSubmit={submit}>
        {children}
        <ReasonField
          label={texts.reason}
          otherLabel={texts.otherReason}
          reasons={reasons}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onPress={onClose}>{texts.cancel}</Button>
          <Button tone={tone} type="submit" isDisabled={!isReady}>
            {texts.confirm}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
