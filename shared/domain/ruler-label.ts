/** The label that shows how a printer prints: true to size, in its place, dark enough. */
export interface RulerLabel {
  readonly kind: 'ruler'
  readonly printerId: string
  readonly printerName: string
  /** Dots that the printer is told to shift everything by. */
  readonly offset: { readonly x: number; readonly y: number }
  /** As the printer's own settings count them; absent where the printer's are left alone. */
  readonly darkness?: number
  readonly speed?: number
  readonly station: string
  /** ISO 8601 with offset. */
  readonly printedAt: string
}
