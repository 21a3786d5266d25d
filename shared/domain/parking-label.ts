import type { ParkPurpose } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import type { OrderNo } from './order.ts'

/** The temporary label of a carton that is off the bench before it has its marks. */
export interface ParkingLabel {
  readonly kind: 'parking'
  readonly orderNo: OrderNo
  readonly cartonCode: CartonCode
  readonly cartonNo: number
  /** Units inside when it was parked. */
  readonly units: number
  readonly purpose: ParkPurpose
  readonly station: string
  readonly operator?: string
  /** ISO 8601 with offset. */
  readonly parkedAt: string
}
