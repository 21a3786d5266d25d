import { largestPhoto } from '#shared/domain/goods-exception.ts'

export const cameraTroubles = ['absent', 'busy', 'refused', 'lost', 'failed'] as const
/** Why there is no picture: none is plugged in, another program has it, the system says no, it was pulled out, or whatever else. */
export type CameraTrouble = (typeof cameraTroubles)[number]

/** By the names that getUserMedia rejects with: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
}

export const cameraTrouble = (error: unknown): CameraTrouble =>
  (error instanceof Error ? troubles[error.name] : undefined) ?? 'failed'

/** The picture of the station's camera, never its sound. Rejects with what `cameraTrouble` names. */
export const openCamera = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false,
  })

/** The camera's light goes off. */
export const stopCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

/** In pixels. */
const longestSide = 1920

/** A size in the same shape that is at most as long as a photo may be, in pixels. */
export const photoSize = (width: number, height: number) => {
  const scale = Math.min(1, longestSide / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

const toJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** What the picture shows now, as a JPEG; null where the camera gives nothing that could be kept. */
export const takePhoto = async (
  video: HTMLVideoElement,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, photoSize(video.videoWidth, video.videoHeight))
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  for (const quality of [0.85, 0.6]) {
    const photo = await toJpeg(canvas, quality)
    if (photo !== null && photo.size <= largestPhoto)
      return new Uint8Array(await photo.arrayBuffer())
  }
  return null
}
