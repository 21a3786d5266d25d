import { type FormEvent, useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { NumberPad } from '#renderer/ui/number-pad.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'

/** F3: how many units the next scan stands for. */
export const TimesDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const [text, setText] = useState('')
  const times = /^\d{1,4}$/.test(text) ? Number(text) : 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (times < 1) return
    onClose()
    void act('bench.setTimes', times)
  }
  return (
    <Dialog isOpen title={say('times.title')} closeLabel={say('dialog.back')} onClose={onClose}>
      <Form onSubmit={submit}>
        <TextBox
          label={say('times.label')}
          value={text}
          onChange={(value) => setText(value.replace(/\D/g, ''))}
          maxLength={4}
          numeric
          autoFocus
          unit={say('unit.pieces')}
        />
        <NumberPad value={text} onChange={setText} maxLength={4} clearLabel={say('dialog.clear')} />
        <DialogActions>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={times < 1}>
            {say('times.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
