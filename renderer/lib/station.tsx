import { createContext, type ReactNode, useContext } from 'react'
import type { RequestName } from '#shared/contract/channels.ts'
import type { RequestInput, StationClient } from '#shared/contract/ipc.ts'
import { type Ask, askOf } from './ask.ts'
import type { NoticeStore } from './notices.ts'

export interface Station {
  readonly client: StationClient
  readonly ask: Ask
  /** Asks and shows the reason when it is refused; true when it was done. */
  readonly act: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<boolean>
}

const Context = createContext<Station | null>(null)

export const createStation = (client: StationClient, notices: NoticeStore): Station => {
  const ask = askOf(client)
  return {
    client,
    ask,
    act: async (name, input) => {
      const answer = await ask(name, input)
      if (answer.ok) notices.getState().dismiss()
      else notices.getState().show(answer.error)
      return answer.ok
    },
  }
}

export interface StationProviderProps {
  readonly station: Station
  readonly children: ReactNode
}

export const StationProvider = ({ station, children }: StationProviderProps) => (
  <Context.Provider value={station}>{children}</Context.Provider>
)

/** The main process, as components ask it. */
export const useStation = (): Station => {
  const station = useContext(Context)
  if (station === null) throw new Error('useStation is used outside StationProvider')
  return station
}
