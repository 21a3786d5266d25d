import type { CartonLimits } from '#shared/domain/limits.ts'
import type { TransportMode } from '#shared/domain/order.ts'

/** The limits for cartons to a country (ISO 3166-1 alpha-2) by a transport mode on a day. */
export type LimitsFor = (country: string, mode: TransportMode, day: Date) => CartonLimits
