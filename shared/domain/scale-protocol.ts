/** What scales speak that the station understands. */
export const scaleProtocols = [
  'yaohua-a9',
  'yaohua-a12e',
  'yaohua-a12ss',
  'toledo',
  'mt-sics',
  'and',
  'cas',
  'ohaus',
  'hid',
] as const
export type ScaleProtocolId = (typeof scaleProtocols)[number]

/** What a scale tells of itself, in one piece. */
export type ScaleReport =
  | {
      readonly kind: 'weight'
      /** Rounded to whole grams, half of one away from zero; may be negative. */
      readonly grams: number
      /** As the scale says; null where it does not say. */
      readonly stable: boolean | null
      readonly net: boolean
    }
  /** More than it can weigh. */
  | { readonly kind: 'overload' }
  /** Below its zero, without a figure. */
  | { readonly kind: 'underload' }
  /** Not at rest, without a figure. */
  | { readonly kind: 'motion' }
  /** It wants service: calibration, a fault, no zero. */
  | { readonly kind: 'fault' }
