/** Nanograms of one unit, exactly: 1 lb is 0.45359237 kg, 1 oz a sixteenth of it (international avoirdupois, 1959). */
const unitNanograms: ReadonlyMap<string, bigint> = new Map([
  ['mg', 1_000_000n],
  ['g', 1_000_000_000n],
  ['kg', 1_000_000_000_000n],
  ['t', 1_000_000_000_000_000n],
  ['oz', 28_349_523_125n],
  ['lb', 453_592_370_000n],
])

const gramNanograms = 1_000_000_000n
const figure = /^([+-]?) *(\d{1,9}|(?=\.))(?:\.(\d{0,9}))?$/

const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Nearest whole number; a half goes away from zero. The divisor is positive. */
const divideRounded = (value: bigint, divisor: bigint): bigint => {
  const magnitude = value < 0n ? -value : value
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return value < 0n ? -rounded : rounded
}

/** `digits` × 10^`exponent` of a unit in whole grams, or null for a unit nobody here knows. */
export const scaledGrams = (digits: number, exponent: number, unit: string): number | null => {
  const nanograms = unitNanograms.get(unit)
  if (nanograms === undefined || !Number.isSafeInteger(digits) || Math.abs(exponent) > 12)
    return null
  const whole = BigInt(digits) * nanograms
  const grams =
    exponent < 0
      ? divideRounded(whole, tenTo(-exponent) * gramNanograms)
      : divideRounded(whole * tenTo(exponent), gramNanograms)
  // A `-0` of the scale is nothing on it.
  return Number(grams)
}

/** A figure as scales print it (`+0012.35`, `-  1.5`) in whole grams, or null when it is none. Units: mg, g, kg, t, oz, lb. */
export const figureGrams = (text: string, unit: string): number | null => {
  const [, sign, whole, fraction = ''] = figure.exec(text.trim()) ?? []
  if (whole === undefined || whole + fraction === '') return null
  const digits = Number(whole + fraction)
  return scaledGrams(sign === '-' ? -digits : digits, -fraction.length, unit)
}
