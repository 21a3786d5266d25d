import { cartonUnits } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { CartonRow } from '#shared/contract/views.ts'
import type { CartonRecords } from './carton-records.ts'
import type { OrderPallets } from './order-pallets.ts'
import { cartonLabels, labelView, type MarkJournal } from './marks.ts'

interface ListedParts {
  readonly cartons: CartonRecords
  readonly marks: Pick<MarkJournal, 'jobsOf'>
  readonly pallets: Pick<OrderPallets, 'ofOrder'>
  readonly unsentSeals: () => ReadonlySet<CartonCode>
}

/** The cartons of an order, newest first, with their labels, where they stand and whether the server has their seal. */
export const listCartons = (
  { cartons, marks, pallets, unsentSeals }: ListedParts,
  orderNo: OrderNo,
): CartonRow[] => {
  const unsent = unsentSeals()
  const palletOf = pallets.ofOrder(orderNo)
  return cartons.ofOrder(orderNo).map((carton) => ({
    code: carton.code,
    cartonNo: carton.cartonNo,
    revision: carton.revision,
    state: carton.state,
    units: cartonUnits(carton.contents),
    gross: carton.weight?.gross ?? null,
    sealedAt: carton.sealedAt,
    uploaded: carton.sealedAt !== null && !unsent.has(carton.code),
    markRevision: carton.markRevision,
    labels: cartonLabels({ cartons, marks }, carton).map(labelView),
    palletNo: palletOf.get(carton.code) ?? null,
  }))
}
