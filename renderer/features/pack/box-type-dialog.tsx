import { useEffect, useState } from 'react'
import type { BoxChoicesView } from '#shared/contract/views.ts'
import { centimetres, kilograms, localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import { choiceWords } from './box-words.ts'
import { useBoxTypes } from './box-types.ts'
import styles from './dialogs.module.css'
import { useBenchState, useBenchStore } from './store.ts'

/** How each box type would do for the goods that are known; null until the answer is here. */
const useBoxChoices = (): BoxChoicesView | null => {
  const { ask } = useStation()
  const [view, setView] = useState<BoxChoicesView | null>(null)
  useEffect(() => {
    let isOpen = true
    void ask('bench.boxChoices', undefined).then((answer) => {
      if (isOpen && answer.ok) setView(answer.value)
    })
    return () => {
      isOpen = false
    }
  }, [ask])
  return view
}

/** F2: the carton on the bench, or the next one, is packed in another box. */
export const BoxTypeDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const boxTypes = useBoxTypes()
  const view = useBoxChoices()
  const chosen = useBenchState((state) => state.carton?.boxType.id ?? state.nextBoxType)
  const canMeasure =
    useBenchState((state) => state.carton?.state === 'open' && state.carton.units > 0) ?? false
  const openDialog = useBenchStore((state) => state.openDialog)
  const suggested = useBenchState((state) => state.carton?.suggestedBox?.id ?? null)
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('box.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {view === null || view.of === 'nothing' ? null : (
        <p className={styles['text']}>{say(`box.of.${view.of}`)}</p>
      )}
      <div className={styles['boxes']}>
        {boxTypes.map((boxType) => {
          const choice = view?.choices.find(({ id }) => id === boxType.id)
          return (
            <TileButton
              key={boxType.id}
              isChosen={boxType.id === chosen}
              onPress={() => {
                onClose()
                void act('bench.chooseBox', boxType.id)
              }}
            >
              <b>{localName(say.language, boxType.nameZh, boxType.nameEn)}</b>
              <span>{centimetres(boxType.size)} cm</span>
              <span>{say('box.tare', { kg: kilograms(boxType.tare) })}</span>
              {choice === undefined ? null : <span>{say.sentence(choiceWords(choice))}</span>}
              {boxType.id === suggested ? <Tag tone="ok">{say('box.suggested')}</Tag> : null}
            </TileButton>
          )
        })}
      </div>
      {canMeasure ? (
        <DialogActions>
          <Button onPress={() => openDialog('measure')}>{say('box.measure')}</Button>
        </DialogActions>
      ) : null}
    </Dialog>
  )
}
