import type { IpcMainInvokeEvent } from 'electron'

/** Whether a request comes from the main frame of our own page, and from nowhere else. */
export const isOwnPage =
  (origin: string) =>
  (event: IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame
    if (frame === null || frame !== event.sender.mainFrame) return false
    const url = URL.parse(frame.url)
    return url !== null && `${url.protocol}//${url.host}` === origin
  }
