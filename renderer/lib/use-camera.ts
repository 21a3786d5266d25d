import { useEffect, useState } from 'react'
import { type CameraTrouble, cameraTrouble, openCamera, stopCamera } from './camera.ts'

export type Camera =
  | { readonly state: 'opening' }
  | { readonly state: 'live'; readonly stream: MediaStream }
  | { readonly state: 'trouble'; readonly trouble: CameraTrouble }

/** The camera is on exactly as long as this is mounted. */
export const useCamera = (): Camera => {
  const [camera, setCamera] = useState<Camera>({ state: 'opening' })
  useEffect(() => {
    let isOver = false
    let opened: MediaStream | null = null
    const become = (next: Camera): void => {
      if (!isOver) setCamera(next)
    }
    const open = async (): Promise<void> => {
      try {
        const stream = await openCamera()
        if (isOver) {
          stopCamera(stream)
          return
        }
        opened = stream
        for (const track of stream.getVideoTracks()) {
          track.addEventListener('ended', () => become({ state: 'trouble', trouble: 'lost' }))
        }
        become({ state: 'live', stream })
      } catch (error) {
        become({ state: 'trouble', trouble: cameraTrouble(error) })
      }
    }
    void open()
    return () => {
      isOver = true
      if (opened !== null) stopCamera(opened)
    }
  }, [])
  return camera
}
