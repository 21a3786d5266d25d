import type { LabelInput } from '#shared/domain/label-input.ts'
import type { LabelMedia } from '#shared/domain/label-media.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import { AppError } from '#shared/errors.ts'
import { createWorkerCalls } from '#electron/workers/index.ts'
import type { PrinterTuning } from './languages/tuning.ts'
import type { SymbolRun } from './symbol-runs.ts'

export const markLanguages = ['zpl', 'tspl', 'escpos', 'png'] as const
export type MarkLanguage = (typeof markLanguages)[number]

export const markDpis = [203, 300] as const
export type MarkDpi = (typeof markDpis)[number]

export interface RenderedLabel {
  readonly bytes: Uint8Array
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
}

/** What a label is rendered for: what the printer speaks, how fine it prints, what it is loaded with. */
export interface LabelTarget {
  readonly language: MarkLanguage
  readonly dpi: MarkDpi
  readonly media: LabelMedia
  /** The printer's own ways, where it has any. */
  readonly tuning?: PrinterTuning
}

export interface RenderRequest {
  readonly input: LabelInput
  readonly target: LabelTarget
}

/** A label for a screen: what every encoder draws, and the black modules of its symbols in their order. */
export interface LaidOutLabel {
  readonly document: LabelDocument
  readonly symbols: readonly (readonly SymbolRun[])[]
}

/** How fine and on what it would be printed. */
export type LabelPaper = Pick<LabelTarget, 'dpi' | 'media'>

export interface LayOutRequest {
  readonly input: LabelInput
  readonly paper: LabelPaper
}

export interface LabelRenderer {
  /**
   * Rejects with AppError glyph-missing, label-out-of-bounds or label-media when this kind of label is not for that
   * media; retryable `internal` when the worker died.
   */
  render(input: LabelInput, target: LabelTarget): Promise<RenderedLabel>
  /** Rejects as `render` does. */
  layOut(input: LabelInput, paper: LabelPaper): Promise<LaidOutLabel>
  /** Loads the fonts, so that the first label need not wait for them. */
  warmUp(): void
  close(): Promise<void>
}

/** Renders labels in a worker thread; `workerUrl` is that of `label-worker`. */
export const createLabelRenderer = ({ workerUrl }: { readonly workerUrl: URL }): LabelRenderer => {
  const calls = createWorkerCalls<RenderRequest | LayOutRequest, RenderedLabel | LaidOutLabel>(
    workerUrl,
  )
  return {
    render: async (input, { language, dpi, media, tuning }) => {
      const answer = await calls.call({
        input,
        target: { language, dpi, media, ...(tuning === undefined ? {} : { tuning }) },
      })
      if (!('bytes' in answer)) throw new AppError('internal', 'asked for bytes, got a layout')
      return answer
    },
    layOut: async (input, { dpi, media }) => {
      const answer = await calls.call({ input, paper: { dpi, media } })
      if (!('document' in answer)) throw new AppError('internal', 'asked for a layout, got bytes')
      return answer
    },
    warmUp: calls.start,
    close: calls.close,
  }
}
