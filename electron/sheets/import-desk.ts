import type { ImportPreview } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { CommandPayload } from '#shared/contract/linkstar-api.ts'
import type { Warehouse } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { OrderContext, OrdersRead } from './read-orders.ts'
import type { PackingListRead, PlannableOrder } from './read-packing-list.ts'
import type { SheetWork } from './sheet-work.ts'

export type ImportCommand =
  | { readonly type: 'import-order'; readonly payload: CommandPayload<'import-order'> }
  | { readonly type: 'plan-boxes'; readonly payload: CommandPayload<'plan-boxes'> }

export interface ChosenFile {
  /** Without its folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

interface DeskParts {
  readonly work: SheetWork
  /** A person chooses a file; null when they do not. Rejects with AppError sheet-too-large, sheet-unreadable. */
  readonly chooseFile: (kind: SheetKind) => Promise<ChosenFile | null>
  readonly warehouses: () => readonly Warehouse[]
  readonly taken: () => OrderContext['taken']
  /** Null where no such order is here. */
  readonly plannable: (orderNo: string) => PlannableOrder | null
  /** Asks the server for all of it, in one transaction. */
  readonly send: (commands: readonly ImportCommand[]) => void
  readonly clock: () => Date
}

/** Imports: a file is looked at wholly, a person agrees, and only then is all of it asked of the server. */
export interface ImportDesk {
  /** Null when no file was chosen. */
  choose(kind: SheetKind): Promise<ImportPreview | null>
  /** @throws AppError import-gone when another file was chosen since, or what it fits to has changed */
  confirm(id: number): void
  forget(): void
}

const faultsShown = 200

interface Held {
  readonly id: number
  readonly commands: readonly ImportCommand[]
  /** What has to be as it was when the file was read. */
  readonly isStill: () => boolean
}

export const createImportDesk = (parts: DeskParts): ImportDesk => {
  const { work } = parts
  let lastId = 0
  let held: Held | null = null

  const readOrders = async (bytes: Uint8Array) => {
    const read: OrdersRead = await work.ask('read-orders', {
      bytes,
      context: { warehouses: parts.warehouses(), taken: parts.taken(), now: parts.clock() },
    })
    return {
      faults: read.faults,
      orders: read.orders.map(({ reference_no, lines }) => ({
        orderNo: reference_no,
        lines: lines.length,
        units: lines.reduce((sum, { plan_qty }) => sum + plan_qty, 0),
        cartons: 0,
      })),
      commands: read.orders.map((order): ImportCommand => ({
        type: 'import-order',
        payload: { reference_no: order.reference_no, order },
      })),
      isStill: () => {
        const taken = parts.taken()
        return read.orders.every(({ reference_no }) => !taken.has(reference_no))
      },
    }
  }

  const plannables = (names: readonly string[]) =>
    new Map(
      names.flatMap((name): (readonly [string, PlannableOrder])[] => {
        const order = parts.plannable(name)
        return order === null ? [] : [[name, order]]
      }),
    )

  const stateOf = (orders: ReadonlyMap<string, PlannableOrder>): string =>
    JSON.stringify(
      [...orders].map(([name, { isOpen, isUnderWay, ordered, printed }]) => [
        name,
        isOpen,
        isUnderWay,
        [...ordered],
        [...printed],
      ]),
    )

  const readPackingList = async (bytes: Uint8Array) => {
    const names = await work.ask('named-orders', { bytes })
    const orders = plannables(names)
    const read: PackingListRead = await work.ask('read-packing-list', { bytes, orders })
    const before = stateOf(orders)
    return {
      faults: read.faults,
      orders: read.plans.map(({ reference_no, planned_boxes }) => {
        const contents = planned_boxes.flatMap(({ box_details }) => box_details)
        return {
          orderNo: reference_no,
          lines: new Set(contents.map(({ sku }) => sku)).size,
          units: contents.reduce((sum, { quantity }) => sum + quantity, 0),
          cartons: planned_boxes.length,
        }
      }),
      commands: read.plans.map((payload): ImportCommand => ({ type: 'plan-boxes', payload })),
      isStill: () => stateOf(plannables(names)) === before,
    }
  }

  return {
    choose: async (kind) => {
      held = null
      const file = await parts.chooseFile(kind)
      if (file === null) return null
      const read = await (kind === 'orders' ? readOrders(file.bytes) : readPackingList(file.bytes))
      if (read.orders.length === 0 && read.faults.length === 0) {
        throw new AppError('sheet-empty', `${file.name} holds only headings`)
      }
      lastId += 1
      held = { id: lastId, commands: read.commands, isStill: read.isStill }
      return {
        id: lastId,
        kind,
        file: file.name,
        orders: read.orders,
        faults: read.faults.slice(0, faultsShown).map((fault) => ({ ...fault })),
        faultCount: read.faults.length,
      }
    },
    confirm: (id) => {
      const now = held
      held = null
      if (now === null || now.id !== id || now.commands.length === 0 || !now.isStill()) {
        throw new AppError('import-gone', `no import ${id} that still fits`)
      }
      parts.send(now.commands)
    },
    forget: () => {
      held = null
    },
  }
}
