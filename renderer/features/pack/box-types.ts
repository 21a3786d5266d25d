import { createContext, useContext } from 'react'
import type { BoxTypeView } from '#shared/contract/views.ts'
import { useBenchState } from './store.ts'

/** The box types of this station, which the shell knows from the app state. */
export const BoxTypesContext = createContext<readonly BoxTypeView[]>([])

export const useBoxTypes = (): readonly BoxTypeView[] => useContext(BoxTypesContext)

/** The box type that the next carton gets. */
export const useNextBox = (): BoxTypeView | null => {
  const id = useBenchState((state) => state.nextBoxType)
  return useBoxTypes().find((boxType) => boxType.id === id) ?? null
}
