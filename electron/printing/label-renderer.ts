import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'

export const markLanguages = ['zpl', 'png'] as const
export type MarkLanguage = (typeof markLanguages)[number]

export const markDpis = [203] as const
export type MarkDpi = (typeof markDpis)[number]

export interface RenderedLabel {
  readonly bytes: Uint8Array
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
}

export interface LabelRenderer {
  /** Rejects with AppError glyph-missing or label-out-of-bounds. */
  render(mark: BoxMarkInput, label: MarkLabel, language: MarkLanguage, dpi: MarkDpi): Promise<RenderedLabel>
  close(): Promise<void>
}
