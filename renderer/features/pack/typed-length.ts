/** Typed centimetres, with at most one decimal, as whole millimetres; null when they are none of 0.1 to 999.9. A comma is a decimal point too. */
export const millimetresOf = (text: string): number | null => {
  const cleaned = text.trim().replace(/[,，。]/u, '.')
  if (!/^\d{1,3}(\.\d?)?$/.test(cleaned)) return null
  const millimetres = Math.round(Number(cleaned) * 10)
  return millimetres >= 1 ? millimetres : null
}
