import type { BoxMarkInput, DangerousGoodsNote } from '#shared/domain/box-mark.ts'
import type { BenchCarton } from '#shared/domain/pack-session.ts'
import { type Carton, outsideOf } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { cartonPlan } from '#shared/domain/carton-plan.ts'
import type { PlannedCarton, SkuInfo } from '#shared/domain/order.ts'
import type { CartonLimits } from '#shared/domain/limits.ts'
import type { Grams } from '#shared/domain/units.ts'
import { type BookedOrder, fnskuOf } from './order-book.ts'

export interface MarkFacts {
  readonly order: BookedOrder
  readonly carton: BenchCarton
  readonly gross: Grams
  readonly limits: CartonLimits
  readonly station: string
  /** Who packed it; null where nobody signs in. */
  readonly operator: string | null
  readonly sealedAt: string
}

interface GoodsInside {
  readonly info: SkuInfo
  readonly quantity: number
}

const goodsInside = (order: BookedOrder, contents: Carton['contents']): readonly GoodsInside[] =>
  contents.map(({ sku, quantity }) => {
    const line = order.lines.find((candidate) => candidate.sku.sku === sku)
    if (line === undefined) throw new RangeError(`${sku} is not on order ${order.header.orderNo}`)
    return { info: line.sku, quantity }
  })

/** What a mark says of the goods in its carton. */
const goodsOnMark = (inside: readonly GoodsInside[]) => {
  const dangerousGoods = new Map<string, DangerousGoodsNote>()
  for (const { info } of inside) {
    if (info.battery === undefined) continue
    const { unCode, packingInstruction } = info.battery
    dangerousGoods.set(`${unCode} ${packingInstruction}`, { unCode, packingInstruction })
  }
  return {
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
    origins: [...new Set(inside.map(({ info }) => info.origin))].toSorted(),
  }
}

/** What a mark says of the order and the way its carton goes. */
const orderOnMark = ({ header }: BookedOrder) => ({
  orderNo: header.orderNo,
  ...(header.plannedCartons === undefined ? {} : { cartonTotal: header.plannedCartons }),
  warehouse: header.warehouse,
  sellerName: header.seller.nameZh,
  transportMode: header.transportMode,
  service: header.service,
  dutyTerms: header.dutyTerms,
  ...(header.fbaShipmentId === undefined ? {} : { fbaShipmentId: header.fbaShipmentId }),
})

/** What the box mark of a sealed carton says. */
export const markInput = (facts: MarkFacts): BoxMarkInput => {
  const { order, carton, gross, limits } = facts
  return {
    ...orderOnMark(order),
    cartonCode: carton.code,
    cartonNo: carton.cartonNo,
    revision: carton.revision,
    grossWeight: gross,
    size: outsideOf(carton),
    ...goodsOnMark(goodsInside(order, carton.contents)),
    handling: limits.heavyFrom !== undefined && gross >= limits.heavyFrom ? ['heavy'] : [],
    station: facts.station,
    ...(facts.operator === null ? {} : { operator: facts.operator }),
    sealedAt: facts.sealedAt,
  }
}

export interface PlannedMarkFacts {
  readonly order: BookedOrder
  readonly carton: PlannedCarton
  readonly code: CartonCode
  readonly station: string
  /** When it was printed ahead: ISO 8601 with offset. */
  readonly at: string
}

/** What the mark of a planned carton says before it is packed: revision 0, neither weight nor size. */
export const plannedMarkInput = ({
  order,
  carton,
  code,
  station,
  at,
}: PlannedMarkFacts): BoxMarkInput => {
  const contents = cartonPlan(carton.contents)
  return {
    ...orderOnMark(order),
    cartonCode: code,
    cartonNo: carton.cartonNo,
    revision: 0,
    ...goodsOnMark(goodsInside(order, contents)),
    handling: [],
    station,
    sealedAt: at,
  }
}
