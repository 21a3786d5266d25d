import { type FormEvent, useState } from 'react'
import { type ExceptionKind, exceptionKinds } from '#shared/domain/goods-exception.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { SearchBox } from '#renderer/ui/search-box.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './dialogs.module.css'
import { exceptionLines, usualUnits } from './exception-lines.ts'
import { useBench, useBenchState } from './store.ts'

/** F10: goods that are not as the order expects, chosen where they cannot be scanned. */
export const ExceptionDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const mirror = useBench((known) => known)
  const scanned = useBenchState((state) => state.feedback?.sku ?? null)
  const [kind, setKind] = useState<ExceptionKind>('short')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(scanned)
  const [text, setText] = useState('')
  if (mirror === null) return null
  const found = exceptionLines(mirror, kind, words)
  const sku = found.some((line) => line.sku === chosen) ? chosen : null
  const usual = sku === null ? 0 : usualUnits(mirror, kind, sku)
  const units = text === '' ? usual : Number(text)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (sku === null || units < 1) return
    onClose()
    void act('bench.noteException', { kind, sku, units })
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('exception.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ChoiceChips
          label={say('exception.title')}
          choices={exceptionKinds.map((id) => ({ id, label: say(`exceptionKind.${id}`) }))}
          chosen={kind}
          onChoose={setKind}
        />
        <p className={styles['text']}>{say(`exception.about.${kind}`)}</p>
        <SearchBox
          label={say('exception.search')}
          placeholder={say('exception.search')}
          clearLabel={say('dialog.clear')}
          value={words}
          onChange={setWords}
        />
        {found.length === 0 ? (
          <p className={styles['text']}>{say('exception.none')}</p>
        ) : (
          <div className={styles['tiles']}>
            {found.map((line) => (
              <TileButton
                key={line.sku}
                isChosen={line.sku === sku}
                onPress={() => setChosen(line.sku)}
              >
                <b>{localName(say.language, line.nameZh, line.nameEn)}</b>
                <span>
                  <bdi>{line.sku}</bdi>
                </span>
                <span>
                  {mirror.progress.get(line.sku)?.packed ?? 0} / {line.ordered}
                </span>
              </TileButton>
            ))}
          </div>
        )}
        <TextBox
          label={say('exception.units')}
          value={text === '' && usual > 0 ? String(usual) : text}
          onChange={(value) => setText(value.replace(/\D/g, ''))}
          maxLength={4}
          numeric
          unit={say('unit.pieces')}
        />
        <DialogActions>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={sku === null || units < 1}>
            {say('exception.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
