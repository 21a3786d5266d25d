import type { SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import { prepareOrderStatements } from './order-statements.ts'

/** Puts an order of the server's into the tables, around what is packed and granted here. */
export interface OrderWriter {
  /** What is packed beyond the order stays, as surplus; a packed line that is ordered no more stays with 0 ordered. */
  write(order: StockingOrder): void
  sku(info: SkuInfo): void
}

export const createOrderWriter = (store: Store, clock: () => Date): OrderWriter => {
  const statements = prepareOrderStatements(store)

  const writeSku = (info: SkuInfo): void => {
    const { sku, barcodes } = info
    const body = JSON.stringify(info)
    if (statements.skuBody.get({ sku })?.body === body) return
    statements.writeSku.run({ sku, body })
    statements.dropBarcodes.run({ sku })
    for (const { value, kind, units } of barcodes) {
      statements.addBarcode.run({ value, sku, kind, units })
    }
  }

  return {
    sku: writeSku,
    write: (order) => {
      const { lines, skus, planned, ...header } = order
      const { orderNo, revision, status } = order
      const known = new Map(statements.lines.all({ orderNo }).map((line) => [line.sku, line]))
      statements.writeOrder.run({
        orderNo,
        revision,
        status,
        header: JSON.stringify(header),
        dueAt: order.pickupAt ?? null,
        at: clock().toISOString(),
      })
      for (const info of skus) writeSku(info)
      statements.dropLines.run({ orderNo })
      const infos = new Map<string, string>(skus.map((info) => [info.sku, JSON.stringify(info)]))
      let lastLine = 0
      for (const { lineNo, sku, ordered } of lines) {
        const info = infos.get(sku)
        if (info === undefined) throw new RangeError(`${sku} is not described`)
        const { packed = 0, granted = 0, short = 0 } = known.get(sku) ?? {}
        const surplus = Math.max(0, packed - ordered)
        statements.addLine.run({
          orderNo,
          lineNo,
          sku,
          ordered,
          surplus,
          packed,
          granted,
          short,
          info,
        })
        known.delete(sku)
        lastLine = Math.max(lastLine, lineNo)
      }
      for (const { sku, packed, granted, short, info } of known.values()) {
        if (packed === 0) continue
        lastLine += 1
        const line = {
          lineNo: lastLine,
          sku,
          ordered: 0,
          surplus: packed,
          packed,
          granted,
          short,
          info,
        }
        statements.addLine.run({ orderNo, ...line })
      }
      // News that an order was cancelled comes without its planned cartons: what was known of them stays.
      if (planned !== undefined || header.plannedCartons === undefined) {
        statements.dropPlanned.run({ orderNo })
        for (const { cartonNo, contents } of planned ?? []) {
          statements.addPlanned.run({ orderNo, cartonNo, contents: JSON.stringify(contents) })
        }
      }
      statements.dropRefusal.run({ reference: orderNo })
    },
  }
}
