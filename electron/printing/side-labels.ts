import type { LabelInput } from '#shared/domain/label-input.ts'
import type { SideLabelKind } from '#shared/domain/printer-config.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelRenderer } from './label-renderer.ts'
import type { Printer } from './printer.ts'

export type SideLabel = Extract<LabelInput, { readonly kind: SideLabelKind }>

export interface SideLabelParts {
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly printers: readonly Printer[]
  /** Id of the printer that such labels go to. */
  readonly printerFor: (kind: SideLabelKind) => string
  /** Why nothing may be sent to the printer now. */
  readonly obstacleTo: (printerId: string) => AppError | null
  /** No byte moving for this long ends a send, in milliseconds. */
  readonly stallMs?: number
}

/**
 * Labels that give nothing an identity: one too many does no harm, so they need no journal, and whoever asked for one is
 * told at once whether it came out.
 */
export interface SideLabels {
  /**
   * Resolves when the printer has taken the label. Rejects with AppError printer-unknown, printer-held, with what the
   * printer says of itself, or with that of the layout or of the way to the printer: then the label may be asked for again.
   */
  print(label: SideLabel): Promise<void>
  isBusy(): boolean
  /** Breaks off what is being sent. */
  close(): Promise<void>
}

const defaultStallMs = 15_000

export const createSideLabels = (parts: SideLabelParts): SideLabels => {
  const { renderer, printers, printerFor, obstacleTo, stallMs = defaultStallMs } = parts
  const closing = new AbortController()
  const running = new Set<Promise<void>>()

  const send = async (label: SideLabel): Promise<void> => {
    const printerId = printerFor(label.kind)
    const printer = printers.find(({ id }) => id === printerId)
    if (printer === undefined) {
      throw new AppError('printer-unknown', `no printer ${printerId}`, { details: { printerId } })
    }
    const { bytes } = await renderer.render(label, printer)
    const obstacle = obstacleTo(printerId)
    if (obstacle !== null) throw obstacle
    const outcome = await printer.transport.send(bytes, { signal: closing.signal, stallMs })
    if (outcome.kind !== 'sent') throw outcome.problem
  }

  return {
    print: async (label) => {
      const sent = send(label)
      const settled = sent.catch(() => undefined)
      running.add(settled)
      try {
        await sent
      } finally {
        running.delete(settled)
      }
    },
    isBusy: () => running.size > 0,
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}
