import { onTestFinished } from 'vitest'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { markSet } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import {
  createPrinting,
  type LabelRenderer,
  type Printer,
  type Printing,
} from '#electron/printing/index.ts'
import { openStore, type Store } from '#electron/store/index.ts'

/** The order and the sealed carton that a mark belongs to. */
const insertCarton = async (store: Store, mark: BoxMarkInput): Promise<void> => {
  await store.reports
    .insertInto('orders')
    .values({
      order_no: mark.orderNo,
      revision: 1,
      status: 'packing',
      header: '{}',
      due_at: null,
      pulled_at: mark.sealedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await store.reports
    .insertInto('cartons')
    .values({
      code: mark.cartonCode,
      order_no: mark.orderNo,
      carton_no: mark.cartonNo,
      revision: mark.revision,
      state: 'sealed',
      box_type: '{}',
      gross_g: 1000,
      weight_source: 'scale',
      weight_reason: null,
      opened_at: mark.sealedAt,
      sealed_at: mark.sealedAt,
    })
    .execute()
}

export interface PrintingStation {
  readonly store: Store
  readonly printing: Printing
  /** Facts recorded since the start. */
  readonly facts: readonly Fact[]
  readonly faults: readonly unknown[]
  /** Seals a carton as packing does: carton, mark set and their jobs, then wakes the printing. */
  seal(mark: BoxMarkInput): Promise<readonly number[]>
  states(code: CartonCode): readonly PrintState[]
  /** Resolves when the jobs of this carton are in these states. */
  reaches(code: CartonCode, ...states: readonly PrintState[]): Promise<void>
  /** The process is gone: nothing more is written, nothing is tidied up. */
  crash(): void
}

export interface PrintingStationParts {
  readonly folder: string
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly printers: readonly Printer[]
  readonly stallMs?: number
}

/** A real store in `folder` with real printing on it. */
export const startPrintingStation = (parts: PrintingStationParts): PrintingStation => {
  const store = openStore(parts.folder)
  const facts: Fact[] = []
  const faults: unknown[] = []
  let isOpen = true
  const printing = createPrinting({
    store,
    renderer: parts.renderer,
    printers: parts.printers,
    defaultPrinter: parts.printers[0]?.id ?? 'none',
    now: () => '2026-11-23T09:30:12+08:00',
    record: (fact) => facts.push(fact),
    onFault: (error) => faults.push(error),
    ...(parts.stallMs === undefined ? {} : { stallMs: parts.stallMs }),
  })
  const states = (code: CartonCode): readonly PrintState[] =>
    printing.jobsOf(code).map(({ state }) => state)
  const crash = (): void => {
    if (isOpen) store.close()
    isOpen = false
  }
  onTestFinished(async () => {
    crash()
    await printing.close()
  })
  return {
    store,
    printing,
    facts,
    faults,
    seal: async (mark) => {
      await insertCarton(store, mark)
      const ids = store.transaction(() => printing.allocate(mark, markSet(mark.items.length)))
      printing.wake()
      return ids
    },
    states,
    reaches: (code, ...wanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (states(code).join() !== wanted.join()) return
          stop()
          resolve()
        }
        const stop = printing.onChange((changed) => {
          if (changed === code) check()
        })
        check()
      }),
    crash,
  }
}
