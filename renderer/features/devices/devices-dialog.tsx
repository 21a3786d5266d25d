import { useCallback } from 'react'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import type { SoundName } from '#renderer/lib/sound/index.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { DeviceList } from './device-list.tsx'
import { DevicePane } from './device-pane.tsx'
import styles from './devices-dialog.module.css'
import { useDevices } from './store.ts'

/** The scanners and the scale of this station: what they send, how they are, how they are set. */
export const DevicesDialog = ({ play }: { play: (sound: SoundName) => void }) => {
  const say = useSay()
  const isOpen = useDevices((state) => state.isOpen)
  const close = useDevices((state) => state.close)
  const list = useDevices((state) => state.list)
  const problem = useDevices((state) => state.problem)
  const beep = useCallback(() => play('accepted'), [play])
  return (
    <Dialog
      isOpen={isOpen}
      size="wide"
      title={say('devices.title')}
      closeLabel={say('dialog.back')}
      onClose={close}
    >
      {list !== null ? (
        <div className={styles['columns']}>
          <DeviceList list={list} />
          <DevicePane list={list} onBeep={beep} />
        </div>
      ) : problem !== null ? (
        <EmptyState
          icon="warning"
          tone="bad"
          title={say('devices.failed')}
          hint={say.sentence(errorSentence(problem))}
        />
      ) : (
        <EmptyState icon="scan" title={say('devices.reading')} />
      )}
    </Dialog>
  )
}
