import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import { createWorkerCalls } from './worker-calls.ts'

export const markLanguages = ['zpl', 'tspl', 'png'] as const
export type MarkLanguage = (typeof markLanguages)[number]

export const markDpis = [203, 300] as const
export type MarkDpi = (typeof markDpis)[number]

export interface RenderedLabel {
  readonly bytes: Uint8Array
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
}

export interface RenderRequest {
  readonly mark: BoxMarkInput
  readonly label: MarkLabel
  readonly language: MarkLanguage
  readonly dpi: MarkDpi
}

export interface LabelRenderer {
  /** Rejects with AppError glyph-missing or label-out-of-bounds; retryable `internal` when the worker died. */
  render(
    mark: BoxMarkInput,
    label: MarkLabel,
    language: MarkLanguage,
    dpi: MarkDpi,
  ): Promise<RenderedLabel>
  /** Loads the fonts, so that the first label need not wait for them. */
  warmUp(): void
  close(): Promise<void>
}

/** Renders labels in a worker thread; `workerUrl` is that of `label-worker`. */
export const createLabelRenderer = ({ workerUrl }: { readonly workerUrl: URL }): LabelRenderer => {
  const calls = createWorkerCalls<RenderRequest, RenderedLabel>(workerUrl)
  return {
    render: (mark, label, language, dpi) => {
      const { side, page, copy } = label
      return calls.call({ mark, label: { side, page, copy }, language, dpi })
    },
    warmUp: calls.start,
    close: calls.close,
  }
}
