import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { VirtualPrint } from '#shared/contract/views.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

/** Labels kept on the virtual printer's tray. */
const kept = 12

export interface TrainingState {
  /** Newest first. */
  readonly prints: readonly VirtualPrint[]
}

export const createTrainingStore = () => createStore<TrainingState>()(() => ({ prints: [] }))

export type TrainingStore = ReturnType<typeof createTrainingStore>

/** Newest first, each print once. */
const merged = (...lists: readonly (readonly VirtualPrint[])[]): readonly VirtualPrint[] => {
  const byId = new Map(lists.flat().map((print) => [print.id, print]))
  return [...byId.values()].toSorted((one, other) => other.id - one.id).slice(0, kept)
}

/** Collects what the virtual printer drew. Returns the way to stop. */
export const followPrints = (client: StationClient, store: TrainingStore): (() => void) => {
  const take = (prints: readonly VirtualPrint[]): void =>
    store.setState((before) => ({ prints: merged(before.prints, prints) }))
  const stop = client.on.prints((print) => take([print]))
  void askOf(client)('training.prints', undefined).then((answer) => {
    if (answer.ok) take(answer.value)
  })
  return stop
}

const context = createStoreContext<TrainingState>('training')
export const TrainingProvider = context.Provider
export const useTraining = context.useSelect
