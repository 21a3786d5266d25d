import { useEffect, useRef, useState } from 'react'
import { exceptionKinds, mostPhotos } from '#shared/domain/goods-exception.ts'
import type { CameraTrouble } from '#renderer/lib/camera.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import styles from './photo-dialog.module.css'
import { useBenchApi, useBenchState } from './store.ts'
import { usePhotoShots } from './use-photo-shots.ts'

/** How many photos there are, and what the last one shows. */
const Kept = ({ count }: { count: number }) => {
  const say = useSay()
  const last = useBenchState((state) => state.feedback?.facts['photo'])
  const isFull = count >= mostPhotos
  return (
    <output className={styles['kept']}>
      {typeof last === 'string' ? <img src={last} alt="" /> : null}
      {count === 0 ? say('photo.none') : say(isFull ? 'photo.full' : 'photo.kept', { count })}
    </output>
  )
}

/** Whose photo it is: it may have been noted a while ago. */
const Goods = () => {
  const { language } = useSay()
  const zh = useBenchState((state) => state.feedback?.nameZh ?? null)
  const en = useBenchState((state) => state.feedback?.nameEn ?? null)
  if (zh === null || en === null) return null
  return (
    <p className={styles['goods']}>
      <NameText lines={2} name={localName(language, zh, en)} />
    </p>
  )
}

const Trouble = ({ trouble }: { trouble: CameraTrouble }) => {
  const say = useSay()
  return (
    <div role="alert" className={styles['trouble']}>
      <Icon name="warning" weight={2} />
      <h3>{say(`camera.${trouble}.title`)}</h3>
      <b>{say(`camera.${trouble}.do`)}</b>
      <p>{say('camera.without')}</p>
    </div>
  )
}

interface PictureProps {
  readonly onClose: () => void
  readonly openAgain: () => void
}

/** The camera is on while this stands. */
const Picture = ({ onClose, openAgain }: PictureProps) => {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const { stream, trouble, problem, take, shown } = usePhotoShots(video, openAgain)
  const count = useBenchState((state) => state.feedback?.units) ?? 0
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])
  return (
    <>
      {trouble === null ? (
        <div className={styles['frame']}>
          <video ref={video} autoPlay muted playsInline onPlaying={shown} />
          <Goods />
          <p>{say(stream === null ? 'photo.opening' : 'photo.hint')}</p>
        </div>
      ) : (
        <Trouble trouble={trouble} />
      )}
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {say.sentence(errorSentence(problem))}
        </p>
      )}
      <DialogActions>
        <Kept count={count} />
        <Button size="large" shortcut="Esc" onPress={onClose}>
          {say('photo.goOn')}
        </Button>
        <Button
          size="large"
          tone="primary"
          autoFocus
          className={styles['take']}
          isDisabled={count >= mostPhotos}
          onPress={take}
        >
          {say(trouble === null ? 'photo.take' : 'photo.again')}
        </Button>
      </DialogActions>
    </>
  )
}

/** 拍照: a large picture of the camera, and a photo of what was noted last. Any other scan closes it. */
export const PhotoDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const bench = useBenchApi()
  const [attempt, setAttempt] = useState(1)
  const noted = useBenchState((state) => state.feedback?.facts['kind'])
  const kind = exceptionKinds.find((known) => known === noted)
  // Another screen came in between: the camera does not open by itself when the packer comes back.
  useEffect(
    () => () => {
      const { dialog, openDialog } = bench.getState()
      if (dialog === 'photo') openDialog(null)
    },
    [bench],
  )
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('photo.title', { kind: kind === undefined ? '' : say(`exceptionKind.${kind}`) })}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <Picture key={attempt} onClose={onClose} openAgain={() => setAttempt(attempt + 1)} />
    </Dialog>
  )
}
