import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { PrintingState, PrintQueueView } from '#shared/contract/printing-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'
import { createWatched, hasChanged, type Watched } from '#renderer/lib/watched.ts'

export interface PrintQueueState extends Watched {
  /** What was told last; null until it was told. */
  readonly printing: PrintingState | null
  /** Every label; null until it has been read. */
  readonly queue: PrintQueueView | null
  readonly problem: ErrorShape | null
}

/** How printing stands, told at all times; the labels themselves are read while somebody looks at them. */
export const createPrintQueueStore = (client: StationClient) => {
  const ask = askOf(client)
  return createStore<PrintQueueState>()((set) => ({
    printing: null,
    queue: null,
    problem: null,
    ...createWatched(set, async () => {
      const answer = await ask('printing.queue', undefined)
      set(answer.ok ? { queue: answer.value, problem: null } : { problem: answer.error })
    }),
  }))
}

export type PrintQueueStore = ReturnType<typeof createPrintQueueStore>

/** Returns the way to stop. */
export const followPrintQueue = (client: StationClient, store: PrintQueueStore): (() => void) =>
  client.on.printing((printing) => {
    store.setState({ printing })
    hasChanged(store.getState())
  })

const context = createStoreContext<PrintQueueState>('print queue')
export const PrintQueueProvider = context.Provider
export const usePrintQueue = context.useSelect
export const usePrintQueueApi = context.useStoreApi
