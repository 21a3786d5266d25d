import { contextBridge, ipcRenderer } from 'electron'
import {
  eventChannel,
  type EventName,
  eventNames,
  requestChannel,
  type RequestName,
  requestNames,
} from '#shared/contract/channels.ts'

// One function for each name of the contract: the page can neither name a channel nor reach ipcRenderer.

const request =
  (name: RequestName) =>
  (input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(requestChannel(name), input)

const subscribe =
  (name: EventName) =>
  (listener: (payload: unknown) => void): (() => void) => {
    const forward = (_event: unknown, payload: unknown): void => listener(payload)
    ipcRenderer.on(eventChannel(name), forward)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), forward)
    }
  }

contextBridge.exposeInMainWorld('station', {
  requests: Object.fromEntries(requestNames.map((name) => [name, request(name)])),
  on: Object.fromEntries(eventNames.map((name) => [name, subscribe(name)])),
})
