import { createHash } from 'node:crypto'
import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelRenderer, SendOutcome, Transport } from '#electron/printing/index.ts'
import type { PaperFate } from './history.ts'

/** What stands on a label. */
export interface PrintedLabel {
  readonly mark: BoxMarkInput
  readonly label: MarkLabel
}

const problem = new AppError('printer-interrupted', 'a fault')

/** Stands for the pixels: what the label says, with its identity. */
export const renderer: Pick<LabelRenderer, 'render'> = {
  render: (input) => {
    if (input.kind !== 'box-mark') throw new Error('only marks are printed here')
    const { mark, label } = input
    const { side, page, copy } = label
    const bytes = Buffer.from(JSON.stringify({ mark, label: { side, page, copy } }))
    return Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  },
}

/** A printer whose next labels end as told, and the labels whose bytes left for it. */
export interface Paper {
  readonly transport: Transport
  readonly came: readonly PrintedLabel[]
  /** Of the labels after those that were told of before. */
  fate(next: PaperFate): void
  /** From now on every label comes out. */
  mend(): void
}

export const createPaper = (): Paper => {
  const fates: PaperFate[] = []
  const came: PrintedLabel[] = []
  const hanging = new Set<() => void>()
  return {
    came,
    fate: (next) => void fates.push(next),
    mend: () => {
      fates.length = 0
      for (const release of hanging) release()
    },
    transport: {
      send: (bytes, { signal }) => {
        const fate = fates.shift() ?? 'sent'
        if (fate === 'nothing-left') return Promise.resolve<SendOutcome>({ kind: fate, problem })
        came.push(JSON.parse(Buffer.from(bytes).toString()) as PrintedLabel)
        if (fate === 'sent') return Promise.resolve<SendOutcome>({ kind: fate })
        if (fate === 'uncertain') return Promise.resolve<SendOutcome>({ kind: fate, problem })
        return new Promise((resolve) => {
          const release = (): void => {
            hanging.delete(release)
            resolve({ kind: 'uncertain', problem })
          }
          hanging.add(release)
          signal.addEventListener('abort', release)
        })
      },
    },
  }
}
