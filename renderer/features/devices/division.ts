const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other)

/** What one step of the scale's display seems to be, in grams; null while it has shown too few different weights. */
export const divisionOf = (weights: readonly number[]): number | null => {
  const different = [...new Set(weights)]
  if (different.length < 4) return null
  const step = different.map(Math.abs).reduce(commonDivisor, 0)
  return step === 0 ? null : step
}

/** What was typed as the scale's division in grams: null for nothing, undefined for what is no division from 1 to 1,000. */
export const readDivision = (text: string): number | null | undefined => {
  const typed = text.trim()
  if (typed === '') return null
  const grams = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return grams >= 1 && grams <= 1_000 ? grams : undefined
}
