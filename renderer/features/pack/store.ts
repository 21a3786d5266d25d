import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { BenchOrder, BenchState, LineProgress } from '#shared/contract/views.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'
import { type BenchMirror, fromSnapshot, receive } from './mirror.ts'

/** Questions the packer has opened over the Pack screen. */
export type PackDialog =
  | 'times'
  | 'box'
  | 'weight'
  | 'accept'
  | 'copy'
  | 'unit-labels'
  | 'exception'
  | 'measure'
  | 'photo'
  | null

export interface BenchStoreState {
  readonly mirror: BenchMirror | null
  /** Why the bench could not be read. */
  readonly problem: ErrorShape | null
  readonly dialog: PackDialog
  readonly openDialog: (dialog: PackDialog) => void
  /** The order whose report is open over the screen. */
  readonly reportOf: string | null
  readonly openReport: (orderNo: string | null) => void
}

export const createBenchStore = () =>
  createStore<BenchStoreState>()((set) => ({
    mirror: null,
    problem: null,
    dialog: null,
    openDialog: (dialog) => set({ dialog }),
    reportOf: null,
    openReport: (reportOf) => set({ reportOf }),
  }))

export type BenchStore = ReturnType<typeof createBenchStore>

/** The picture opens where it is asked for and stays for another photo; it never opens by itself. */
const afterOutcome = (outcome: ScanOutcome, dialog: PackDialog): PackDialog =>
  outcome === 'photo-open' || (outcome === 'photo-kept' && dialog === 'photo') ? 'photo' : null

/** A new answer closes an open question: nothing may hide a verdict. */
const afterAnswer = (
  { mirror: before, dialog }: BenchStoreState,
  after: BenchMirror,
): Partial<Pick<BenchStoreState, 'dialog' | 'reportOf'>> =>
  before !== null &&
  after.state.feedback !== null &&
  after.state.feedback.seq !== before.state.feedback?.seq
    ? { dialog: afterOutcome(after.state.feedback.outcome, dialog), reportOf: null }
    : {}

/** Mirrors the bench into the store; on a gap in `rev` the whole bench is asked for again. Returns the way to stop. */
export const followBench = (client: StationClient, store: BenchStore): (() => void) => {
  const ask = askOf(client)
  let waiting: BenchState[] = []
  let asking = false

  const take = (mirror: BenchMirror): void =>
    store.setState((before) => ({ mirror, problem: null, ...afterAnswer(before, mirror) }))

  const refresh = async (): Promise<void> => {
    if (asking) return
    asking = true
    const answer = await ask('bench.snapshot', undefined)
    asking = false
    if (!answer.ok) {
      waiting = []
      store.setState({ problem: answer.error })
      return
    }
    take(fromSnapshot(answer.value))
    const events = waiting
    waiting = []
    for (const event of events) hear(event)
  }

  const hear = (event: BenchState): void => {
    const { mirror } = store.getState()
    if (asking || mirror === null) {
      waiting.push(event)
      if (!asking) void refresh()
      return
    }
    const received = receive(mirror, event)
    if (received.kind === 'next') take(received.mirror)
    if (received.kind !== 'gap') return
    waiting.push(event)
    void refresh()
  }

  const stop = client.on.bench(hear)
  void refresh()
  return stop
}

const context = createStoreContext<BenchStoreState>('bench')
export const BenchProvider = context.Provider
export const useBenchStore = context.useSelect
export const useBenchApi = context.useStoreApi

/** A part of the bench; null until it has been read once. */
export const useBench = <Slice>(select: (mirror: BenchMirror) => Slice): Slice | null =>
  context.useSelect((state) => (state.mirror === null ? null : select(state.mirror)))

export const useBenchState = <Slice>(select: (state: BenchState) => Slice): Slice | null =>
  useBench((mirror) => select(mirror.state))

/** Which answer the bench gave last; null before the first. */
export const answerSeqOf = (state: BenchState): number | null => state.feedback?.seq ?? null

export const useLineProgress = (sku: string): LineProgress | null =>
  useBench((mirror) => mirror.progress.get(sku) ?? null)

export const useBenchOrder = (): BenchOrder | null => useBench((mirror) => mirror.order)
