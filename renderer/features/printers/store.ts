import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { PrinterSetupView, RulerView } from '#shared/contract/printer-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface PrintersState {
  readonly isOpen: boolean
  /** Null until it has been read. */
  readonly setup: PrinterSetupView | null
  readonly problem: ErrorShape | null
  /** The ruler label whose codes are awaited. */
  readonly ruler: RulerView | null
  readonly open: () => void
  readonly close: () => void
}

/** The printers of the station, read when somebody sets them up. */
export const createPrintersStore = (client: StationClient) => {
  const ask = askOf(client)
  return createStore<PrintersState>()((set) => ({
    isOpen: false,
    setup: null,
    problem: null,
    ruler: null,
    open: () => {
      set({ isOpen: true, setup: null, problem: null })
      void ask('printers.setup', undefined).then((answer) =>
        set(answer.ok ? { setup: answer.value } : { problem: answer.error }),
      )
    },
    close: () => {
      set({ isOpen: false })
      void ask('printers.endRuler', undefined)
    },
  }))
}

export type PrintersStore = ReturnType<typeof createPrintersStore>

/** Returns the way to stop. */
export const followRuler = (client: StationClient, store: PrintersStore): (() => void) =>
  client.on.ruler((ruler) => store.setState({ ruler }))

const context = createStoreContext<PrintersState>('printers')
export const PrintersProvider = context.Provider
export const usePrinters = context.useSelect
