/** Heaviest weight that may be typed, in grams. */
const heaviest = 200_000

/** Typed kilograms as whole grams; null when it is no weight of 1 g to 200 kg. A comma is a decimal point too. */
export const gramsOf = (text: string): number | null => {
  const cleaned = text.trim().replace(/[,,。]/u, '.')
  if (!/^\d{1,3}(\.\d{0,3})?$/.test(cleaned)) return null
  const grams = Math.round(Number(cleaned) * 1000)
  return grams >= 1 && grams <= heaviest ? grams : null
}
