declare const brand: unique symbol

/** A value that only its own constructor or parser may make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Weight in whole grams, ≥ 0. */
export type Grams = Brand<number, 'Grams'>

/** Length in whole millimetres, ≥ 0. */
export type Millimetres = Brand<number, 'Millimetres'>

/** Length × width × height, outside. */
export interface Size {
  readonly length: Millimetres
  readonly width: Millimetres
  readonly height: Millimetres
}

/** Money in minor units (cents, yen): never a fraction. */
export interface Money {
  readonly currency: string
  readonly minorUnits: number
}

const whole = (value: number, unit: string): number => {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${unit} must be a whole number ≥ 0, got ${value}`)
  }
  return value
}

/** @throws RangeError when not a whole number ≥ 0 */
export const grams = (value: number): Grams => whole(value, 'grams') as Grams

/** @throws RangeError when not a whole number ≥ 0 */
export const millimetres = (value: number): Millimetres =>
  whole(value, 'millimetres') as Millimetres
