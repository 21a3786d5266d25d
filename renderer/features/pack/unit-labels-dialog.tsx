import { type FormEvent, useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { NumberPad } from '#renderer/ui/number-pad.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import { useBenchState } from './store.ts'

/** F6 while a unit without its label waits: how many labels of these goods are printed at once. */
export const UnitLabelsDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const sku = useBenchState((state) => state.feedback?.sku ?? null)
  const [text, setText] = useState('')
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (count < 1 || sku === null) return
    onClose()
    void act('bench.printUnitLabels', count)
  }
  return (
    <Dialog
      isOpen
      title={say('unitLabels.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <TextBox
          label={say('unitLabels.label', { sku: sku ?? '' })}
          value={text}
          onChange={(value) => setText(value.replace(/\D/g, ''))}
          maxLength={3}
          numeric
          autoFocus
          unit={say('unit.labels')}
        />
        <NumberPad value={text} onChange={setText} maxLength={3} clearLabel={say('dialog.clear')} />
        <DialogActions>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={count < 1 || sku === null}>
            {say('unitLabels.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
