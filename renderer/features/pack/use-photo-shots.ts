import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ErrorShape } from '#shared/errors.ts'
import { type CameraTrouble, takePhoto } from '#renderer/lib/camera.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { useCamera } from '#renderer/lib/use-camera.ts'
import { useBenchApi } from './store.ts'

interface PhotoShots {
  readonly stream: MediaStream | null
  readonly trouble: CameraTrouble | null
  /** Why the last photo was not kept. */
  readonly problem: Pick<ErrorShape, 'code'> | null
  /** Takes one, or opens the camera once more where there is no picture. */
  readonly take: () => void
  /** There is something to see in the picture now. */
  readonly shown: () => void
}

/** Photos of the exception that the answer on the screen names, by button or by one more scan of the command. */
export const usePhotoShots = (
  video: RefObject<HTMLVideoElement | null>,
  openAgain: () => void,
): PhotoShots => {
  const { ask } = useStation()
  const bench = useBenchApi()
  const camera = useCamera()
  const [problem, setProblem] = useState<PhotoShots['problem']>(null)
  /** Asked for before there was anything to see. */
  const isWanted = useRef(false)

  const shoot = async (picture: HTMLVideoElement): Promise<void> => {
    const exception = Number(bench.getState().mirror?.state.feedback?.facts['exception'])
    const jpeg = await takePhoto(picture)
    if (jpeg === null) {
      setProblem({ code: 'photo-unreadable' })
      return
    }
    const answer = await ask('bench.keepPhoto', { exception, jpeg })
    setProblem(answer.ok ? null : answer.error)
  }
  const take = (): void => {
    const picture = video.current
    const isSeen = picture !== null && picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    if (camera.state === 'trouble') openAgain()
    else if (isSeen) void shoot(picture)
    else isWanted.current = true
  }
  const takeByScan = useEffectEvent(take)
  useEffect(
    () =>
      bench.subscribe(({ mirror: after }, { mirror: before }) => {
        const answer = after?.state.feedback
        if (answer?.outcome !== 'photo-open' || answer.seq === before?.state.feedback?.seq) return
        takeByScan()
      }),
    [bench],
  )

  return {
    stream: camera.state === 'live' ? camera.stream : null,
    trouble: camera.state === 'trouble' ? camera.trouble : null,
    problem,
    take,
    shown: () => {
      if (!isWanted.current || video.current === null) return
      isWanted.current = false
      void shoot(video.current)
    },
  }
}
