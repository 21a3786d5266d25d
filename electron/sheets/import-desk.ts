import type { ImportPreview } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { Warehouse } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { OrderContext } from './read-orders.ts'
import type { PlannableOrder } from './read-packing-list.ts'
import type { HashedImport, SheetRead } from './sheet-calls.ts'
import type { SheetWork } from './sheet-work.ts'

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
  readonly send: (commands: readonly HashedImport[]) => void
  readonly clock: () => Date
}

/** Imports: a file is looked at wholly, a person agrees, and only then is all of it asked of the server. */
export interface ImportDesk {
  /** Null when no file was chosen. */
  choose(kind: SheetKind): Promise<ImportPreview | null>
  /** @throws AppError import-gone when another file was chosen since, or what it fits to has changed */
  confirm(id: number): void
}

const faultsShown = 200

interface Read extends SheetRead {
  /** What it was fitted to is as it was. */
  readonly isStill: () => boolean
}

interface Held {
  readonly id: number
  readonly commands: readonly HashedImport[]
  readonly isStill: () => boolean
}

export const createImportDesk = (parts: DeskParts): ImportDesk => {
  const { work } = parts
  let lastId = 0
  let held: Held | null = null

  const readOrders = async (bytes: Uint8Array): Promise<Read> => {
    const context = {
      warehouses: parts.warehouses(),
      taken: parts.taken(),
      now: parts.clock(),
    }
    const read = await work.ask('read-orders', { bytes, context })
    return {
      ...read,
      isStill: () => {
        const taken = parts.taken()
        return read.orders.every(({ orderNo }) => !taken.has(orderNo))
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

  const readPackingList = async (bytes: Uint8Array): Promise<Read> => {
    const names = await work.ask('named-orders', { bytes })
    const orders = plannables(names)
    const before = stateOf(orders)
    const read = await work.ask('read-packing-list', { bytes, orders })
    return { ...read, isStill: () => stateOf(plannables(names)) === before }
  }

  return {
    choose: async (kind) => {
      held = null
      lastId += 1
      const id = lastId
      const file = await parts.chooseFile(kind)
      if (file === null) return null
      const read = await (kind === 'orders' ? readOrders(file.bytes) : readPackingList(file.bytes))
      if (read.orders.length === 0 && read.faults.length === 0) {
        throw new AppError('sheet-empty', `${file.name} holds only headings`)
      }
      // Who chose again meanwhile has given this one up.
      if (id === lastId) held = { id, commands: read.commands, isStill: read.isStill }
      return {
        id,
        kind,
        file: file.name,
        orders: [...read.orders],
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
  }
}
