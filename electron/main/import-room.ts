import type { ImportsView } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { Language } from '#shared/contract/views.ts'
import type { CartonState } from '#shared/domain/carton.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { packable } from '#shared/domain/order-life.ts'
import { AppError } from '#shared/errors.ts'
import type { CartonRecords, OrderBook, PlannedRecords } from '#electron/packing/index.ts'
import {
  createImportDesk,
  createKnownOrders,
  createSheetWork,
  type ImportDesk,
  keepSheet,
  type PlannableOrder,
  readChosenFile,
} from '#electron/sheets/index.ts'
import type { Store } from '#electron/store/index.ts'
import { createImportRequests, type Outbox } from '#electron/sync/index.ts'
import type { ServiceParts } from './services.ts'
import type { Publish } from './publish.ts'

interface RoomParts {
  readonly store: Store
  readonly orders: OrderBook
  readonly cartons: CartonRecords
  readonly planned: PlannedRecords
  readonly outbox: Outbox
  /** cm³ per kg, for cartons of this order. */
  readonly volumetricDivisor: (order: NonNullable<ReturnType<OrderBook['load']>>) => number
  readonly workerUrl: URL
  readonly pickers: ServiceParts['pickers']
  /** Commands were recorded: the line may send them. */
  readonly asked: () => void
  readonly clock: () => Date
  readonly publish: Publish
}

/** Sheets that come in and go out. */
export interface ImportRoom {
  readonly desk: ImportDesk
  view(): ImportsView
  dismiss(id: string): void
  /** Tells the page when imports were answered. */
  lineMoved(): void
  template(kind: SheetKind, language: Language): Promise<string | null>
  /** @throws AppError order-unknown, packing-list-empty, document-unwritable */
  packingList(orderNo: OrderNo, language: Language): Promise<string | null>
  close(): Promise<void>
}

/** What is in these cartons is weighed and told. */
const packed: ReadonlySet<CartonState> = new Set(['sealed', 'marked', 'verified'])

const templateNames: Readonly<Record<Language, Readonly<Record<SheetKind, string>>>> = {
  'zh-CN': { orders: '备货单模板.xlsx', 'packing-list': '箱单模板.xlsx' },
  en: { orders: 'order-template.xlsx', 'packing-list': 'packing-list-template.xlsx' },
}

export const openImportRoom = (parts: RoomParts): ImportRoom => {
  const { store, orders, cartons, planned, outbox, pickers } = parts
  const work = createSheetWork(parts.workerUrl)
  const known = createKnownOrders(store)
  const requests = createImportRequests(store)
  let told = ''
  const tell = (): void => {
    const view = requests.view()
    const text = JSON.stringify(view)
    if (text === told) return
    told = text
    parts.publish('imports', view)
  }

  const plannable = (orderNo: string): PlannableOrder | null => {
    const order = orders.load(orderNo as OrderNo)
    if (order === null) return null
    const contents = new Map(
      planned
        .cartons(order.header.orderNo)
        .map((carton) => [carton.cartonNo, carton.contents] as const),
    )
    return {
      isOpen: packable.has(order.status) && !order.undecided,
      isUnderWay: requests.underWay('packing-list').has(orderNo),
      rules: order.header.cartonRules ?? {},
      ordered: new Map(order.lines.map(({ sku, ordered }) => [sku.sku, ordered])),
      printed: new Map(
        planned
          .marks(order.header.orderNo)
          .map(({ cartonNo }) => [cartonNo, contents.get(cartonNo) ?? []]),
      ),
    }
  }

  const desk = createImportDesk({
    work,
    chooseFile: async () => {
      const path = await pickers.open()
      return path === null ? null : readChosenFile(path)
    },
    warehouses: known.warehouses,
    taken: () =>
      new Map([
        ...known.numbers().map((orderNo) => [orderNo, 'order-exists'] as const),
        ...[...requests.underWay('orders')].map((orderNo) => [orderNo, 'order-under-way'] as const),
      ]),
    plannable,
    send: (commands) => {
      store.transaction(() => {
        for (const command of commands) outbox.appendHashed(command)
      })
      tell()
      parts.asked()
    },
    clock: parts.clock,
  })

  const packedOrder = (orderNo: OrderNo) => {
    const order = orders.load(orderNo)
    if (order === null) {
      throw new AppError('order-unknown', `no order ${orderNo}`, { details: { orderNo } })
    }
    const sealed = cartons.ofOrder(orderNo).filter(({ state }) => packed.has(state))
    if (sealed.length === 0) {
      throw new AppError('packing-list-empty', `${orderNo} has no sealed carton`, {
        details: { orderNo },
      })
    }
    return {
      orderNo,
      cartons: sealed.toSorted((one, other) => one.cartonNo - other.cartonNo),
      skus: order.lines.map(({ sku }) => sku),
      volumetricDivisor: parts.volumetricDivisor(order),
    }
  }

  return {
    desk,
    view: requests.view,
    dismiss: (id) => {
      requests.dismiss(id)
      tell()
    },
    lineMoved: tell,
    template: (kind, language) =>
      keepSheet(pickers.save, templateNames[language][kind], (format) =>
        work.ask('write-template', { kind, format, language }),
      ),
    packingList: (orderNo, language) => {
      const order = packedOrder(orderNo)
      return keepSheet(pickers.save, `${orderNo}-packing-list.xlsx`, (format) =>
        work.ask('write-packing-list', { order, format, language }),
      )
    },
    close: work.close,
  }
}
