import { centimetres, kilograms, localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import { useBoxTypes } from './box-types.ts'
import styles from './dialogs.module.css'
import { useBenchState } from './store.ts'

/** F2: the carton on the bench, or the next one, is packed in another box. */
export const BoxTypeDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const boxTypes = useBoxTypes()
  const chosen = useBenchState((state) => state.carton?.boxType.id ?? state.nextBoxType)
  return (
    <Dialog isOpen title={say('box.title')} closeLabel={say('dialog.back')} onClose={onClose}>
      <div className={styles['tiles']}>
        {boxTypes.map((boxType) => (
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
          </TileButton>
        ))}
      </div>
    </Dialog>
  )
}
