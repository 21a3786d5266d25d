import { type FormEvent, useState } from 'react'
import { centimetres } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './dialogs.module.css'
import { useBenchState } from './store.ts'
import { millimetresOf } from './typed-length.ts'

const sides = ['length', 'width', 'height'] as const
type Typed = Readonly<Record<(typeof sides)[number], string>>

/** F5: the carton bulges, so its outside is measured. */
export const MeasureDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const box = useBenchState((state) => state.carton?.boxType ?? null)
  const [typed, setTyped] = useState<Typed>({ length: '', width: '', height: '' })
  const length = millimetresOf(typed.length)
  const width = millimetresOf(typed.width)
  const height = millimetresOf(typed.height)
  const size =
    length === null || width === null || height === null ? null : { length, width, height }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (size === null) return
    onClose()
    void act('bench.measure', size)
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('measure.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <p className={styles['text']}>
          {say('measure.text', { size: box === null ? '' : centimetres(box.size) })}
        </p>
        <div className={styles['sides']}>
          {sides.map((side) => (
            <TextBox
              key={side}
              label={say(`measure.${side}`)}
              value={typed[side]}
              onChange={(text) => setTyped({ ...typed, [side]: text })}
              maxLength={5}
              numeric
              autoFocus={side === 'length'}
              unit="cm"
            />
          ))}
        </div>
        <DialogActions>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={size === null}>
            {say('measure.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
