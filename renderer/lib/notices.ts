import { createStore } from 'zustand/vanilla'
import type { ErrorShape } from '#shared/errors.ts'

export interface NoticeState {
  /** The refusal shown now. A newer one takes its place: the packer can only act on the last thing tried. */
  readonly notice: { readonly seq: number; readonly error: ErrorShape } | null
  readonly show: (error: ErrorShape) => void
  readonly dismiss: () => void
}

export const createNoticeStore = () =>
  createStore<NoticeState>()((set) => ({
    notice: null,
    show: (error) => set(({ notice }) => ({ notice: { seq: (notice?.seq ?? 0) + 1, error } })),
    dismiss: () => set({ notice: null }),
  }))

export type NoticeStore = ReturnType<typeof createNoticeStore>
