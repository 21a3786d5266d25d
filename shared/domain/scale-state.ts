/**
 * How a scale is. `absent`: not connected; `silent`: connected, but nothing came for a while; `unreadable`: bytes come, but
 * no frame of its protocol; `overload`, `underload`, `fault`: as it says of itself; `live`: readings come.
 */
export const scaleStates = [
  'absent',
  'silent',
  'unreadable',
  'overload',
  'underload',
  'fault',
  'live',
] as const
export type ScaleState = (typeof scaleStates)[number]
