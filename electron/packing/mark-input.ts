import type { BoxMarkInput, DangerousGoodsNote } from '#shared/domain/box-mark.ts'
import type { BenchCarton } from '#shared/domain/pack-session.ts'
import type { CartonLimits } from '#shared/domain/limits.ts'
import type { Grams } from '#shared/domain/units.ts'
import { type BookedOrder, fnskuOf } from './order-book.ts'

export interface MarkFacts {
  readonly order: BookedOrder
  readonly carton: BenchCarton
  readonly gross: Grams
  readonly limits: CartonLimits
  readonly station: string
  readonly sealedAt: string
}

/** What the box mark of a sealed carton says. */
export const markInput = (facts: MarkFacts): BoxMarkInput => {
  const { order, carton, gross, limits } = facts
  const { header } = order
  const inside = carton.contents.map(({ sku, quantity }) => {
    const line = order.lines.find((candidate) => candidate.sku.sku === sku)
    if (line === undefined) throw new RangeError(`${sku} is not on order ${header.orderNo}`)
    return { info: line.sku, quantity }
  })
  const dangerousGoods = new Map<string, DangerousGoodsNote>()
  for (const { info } of inside) {
    if (info.battery === undefined) continue
    const { unCode, packingInstruction } = info.battery
    dangerousGoods.set(`${unCode} ${packingInstruction}`, { unCode, packingInstruction })
  }
  return {
    orderNo: header.orderNo,
    cartonCode: carton.code,
    cartonNo: carton.cartonNo,
    ...(header.plannedCartons === undefined ? {} : { cartonTotal: header.plannedCartons }),
    revision: carton.revision,
    warehouse: header.warehouse,
    sellerName: header.seller.nameZh,
    transportMode: header.transportMode,
    service: header.service,
    dutyTerms: header.dutyTerms,
    ...(header.fbaShipmentId === undefined ? {} : { fbaShipmentId: header.fbaShipmentId }),
    grossWeight: gross,
    size: carton.boxType.size,
    items: inside.map(({ info, quantity }) => {
      const fnsku = fnskuOf(info)
      return {
        sku: info.sku,
        ...(fnsku === undefined ? {} : { fnsku }),
        nameZh: info.nameZh,
        nameEn: info.nameEn,
        quantity,
      }
    }),
    dangerousGoods: [...dangerousGoods.values()],
    handling: limits.heavyFrom !== undefined && gross >= limits.heavyFrom ? ['heavy'] : [],
    origins: [...new Set(inside.map(({ info }) => info.origin))].toSorted(),
    station: facts.station,
    sealedAt: facts.sealedAt,
  }
}
