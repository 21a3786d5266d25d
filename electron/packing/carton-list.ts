import { cartonUnits } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { CartonRow } from '#shared/contract/views.ts'
import type { CartonRecords } from './carton-records.ts'
import { cartonLabels, labelView, type MarkJournal } from './marks.ts'

/** The cartons of an order, newest first, with their labels and whether the server has their seal. */
export const listCartons = (
  cartons: CartonRecords,
  marks: Pick<MarkJournal, 'jobsOf'>,
  unsentSeals: ReadonlySet<CartonCode>,
  orderNo: OrderNo,
): CartonRow[] =>
  cartons.ofOrder(orderNo).map((carton) => ({
    code: carton.code,
    cartonNo: carton.cartonNo,
    revision: carton.revision,
    state: carton.state,
    units: cartonUnits(carton.contents),
    gross: carton.weight?.gross ?? null,
    sealedAt: carton.sealedAt,
    uploaded: carton.sealedAt !== null && !unsentSeals.has(carton.code),
    markRevision: carton.markRevision,
    labels: cartonLabels({ cartons, marks }, carton).map(labelView),
  }))
