import { onTestFinished } from 'vitest'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { markSet } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { MarkMedia } from '#shared/domain/label-media.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import {
  createPrinting,
  type LabelRenderer,
  type Printer,
  type Printing,
} from '#electron/printing/index.ts'
import { openStore, type Store } from '#electron/store/index.ts'

const insertOrder = async (store: Store, mark: BoxMarkInput): Promise<void> => {
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
}

/** The order and the sealed carton that a mark belongs to. */
const insertCarton = async (store: Store, mark: BoxMarkInput): Promise<void> => {
  await insertOrder(store, mark)
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
  /** As a batch of planned marks (revision 0) does: mark and jobs of each in one transaction, then printing. */
  plan(marks: readonly BoxMarkInput[]): Promise<readonly number[]>
  states(code: CartonCode): readonly PrintState[]
  /** Resolves when the jobs of this carton are in these states; `waiting` is made already or not. */
  reaches(code: CartonCode, ...states: readonly (PrintState | 'waiting')[]): Promise<void>
  /** The process is gone: nothing more is written, nothing is tidied up. */
  crash(): void
}

export interface PrintingStationParts {
  readonly folder: string
  readonly renderer: Pick<LabelRenderer, 'render'>
  readonly printers: readonly Printer[]
  readonly stallMs?: number
  /** What the mark sets are counted for. */
  readonly media?: MarkMedia
}

/** A label may be made while the one before it is sent. */
const isWaiting = (state: PrintState | undefined): boolean =>
  state === 'allocated' || state === 'rendered'

/** A real store in `folder` with real printing on it. */
export const startPrintingStation = (parts: PrintingStationParts): PrintingStation => {
  const store = openStore(parts.folder)
  const facts: Fact[] = []
  const faults: unknown[] = []
  const { media = '100x150' } = parts
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
      const ids = store.transaction(() =>
        printing.allocate(mark, markSet(mark.items.length, media)),
      )
      printing.wake()
      return ids
    },
    plan: async (marks) => {
      for (const mark of marks) {
        await insertOrder(store, mark)
        await store.reports
          .insertInto('planned_marks')
          .values({
            code: mark.cartonCode,
            order_no: mark.orderNo,
            carton_no: mark.cartonNo,
            created_at: mark.sealedAt,
          })
          .execute()
      }
      const ids = store.transaction(() =>
        marks.flatMap((mark) => printing.allocate(mark, markSet(mark.items.length, '100x150'))),
      )
      printing.wake()
      return ids
    },
    states,
    reaches: (code, ...wanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = states(code)
          const isReached = wanted.every((state, index) =>
            state === 'waiting' ? isWaiting(found[index]) : state === found[index],
          )
          if (!isReached || found.length !== wanted.length) return
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
