import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { FoundView, LookupView } from '#shared/contract/lookup-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface LookupState {
  /** Null until it has been read. */
  readonly view: LookupView | null
  /** As it stands in the field. */
  readonly text: string
  /** What was found last, scanned or typed; null where nothing was looked for. */
  readonly found: FoundView | null
  readonly problem: ErrorShape | null
  readonly type: (text: string) => void
}

const nothing = { text: '', found: null, problem: null } as const

export const createLookupStore = (client: StationClient) => {
  const ask = askOf(client)
  const store = createStore<LookupState>()((set, get) => ({
    view: null,
    ...nothing,
    type: (text) => {
      if (text.trim() === '') {
        set({ ...nothing, text })
        return
      }
      set({ text })
      void ask('cartons.search', text).then((answer) => {
        // More was typed or scanned meanwhile.
        if (get().text !== text) return
        if (answer.ok) set({ found: answer.value, problem: null })
        else set({ found: null, problem: answer.error })
      })
    },
  }))
  return store
}

export type LookupStore = ReturnType<typeof createLookupStore>

/** Mirrors what main says is looked up. Returns the way to stop. */
export const followLookup = (client: StationClient, store: LookupStore): (() => void) => {
  const take = (view: LookupView): void => {
    const known = store.getState().view
    if (known !== null && view.rev < known.rev) return
    const { asked, isOpen } = view
    if (!isOpen) store.setState({ view, ...nothing })
    else if (asked === null) store.setState({ view, problem: null })
    else if (asked.seq === known?.asked?.seq) store.setState({ view })
    else {
      const { text, found, problem } = asked
      // What was refused changes nothing of what is shown.
      store.setState(problem === null ? { view, text, found, problem } : { view, problem })
    }
  }
  const stop = client.on.lookup(take)
  void askOf(client)('lookup.snapshot', undefined).then((answer) => {
    if (answer.ok) take(answer.value)
  })
  return stop
}

const context = createStoreContext<LookupState>('lookup')
export const LookupProvider = context.Provider
export const useLookup = context.useSelect
export const useLookupApi = context.useStoreApi

/** The screen belongs to what is looked up. */
export const useIsLookingUp = (): boolean => useLookup(({ view }) => view?.isOpen === true)
