import { type FormEvent, useState } from 'react'
import { aboutKilograms } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { ReasonField } from '#renderer/ui/reason-field.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './dialogs.module.css'
import { useBenchState } from './store.ts'
import { gramsOf } from './typed-weight.ts'

/** The scale cannot be read: the gross weight is typed, with the reason. */
export const TypeWeightDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const expected = useBenchState((state) => state.carton?.expected ?? null)
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const grams = gramsOf(text)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (grams === null || reason.trim() === '') return
    onClose()
    void act('bench.typeWeight', { grams, reason: reason.trim() })
  }
  return (
    <Dialog
      isOpen
      title={say('typeWeight.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <TextBox
          label={say('typeWeight.label')}
          value={text}
          onChange={setText}
          maxLength={8}
          numeric
          autoFocus
          unit="kg"
        />
        {expected === null ? null : (
          <p className={styles['text']}>
            {say('weight.expected', { kg: aboutKilograms(expected) })} kg
          </p>
        )}
        <ReasonField
          label={say('typeWeight.reason')}
          otherLabel={say('dialog.otherReason')}
          reasons={[
            say('typeWeight.noScale'),
            say('typeWeight.broken'),
            say('typeWeight.otherScale'),
          ]}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={grams === null || reason.trim() === ''}>
            {say('typeWeight.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
