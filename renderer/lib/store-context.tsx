import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'

/** A store handed down to one feature's components: made once by the composition root, never a module's own state. */
export const createStoreContext = <State,>(name: string) => {
  const Context = createContext<StoreApi<State> | null>(null)
  const useStoreApi = (): StoreApi<State> => {
    const store = useContext(Context)
    if (store === null) throw new Error(`${name} is used outside its provider`)
    return store
  }
  const Provider = ({ store, children }: { store: StoreApi<State>; children: ReactNode }) => (
    <Context.Provider value={store}>{children}</Context.Provider>
  )
  const useSelect = <Slice,>(selector: (state: State) => Slice): Slice =>
    useStore(useStoreApi(), selector)
  return { Provider, useSelect, useStoreApi }
}
