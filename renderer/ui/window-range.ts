/** Rows drawn beyond each edge, so that a scroll never shows a gap. */
const spare = 6

/** The rows that a list of equal rows has to draw: first row and end (exclusive). Lengths in one unit. */
export const windowRange = (
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewport: number,
): { readonly from: number; readonly to: number } => {
  if (rowHeight <= 0 || viewport <= 0) return { from: 0, to: Math.min(count, 2 * spare) }
  const from = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare)
  return { from, to: Math.min(count, Math.ceil((scrollTop + viewport) / rowHeight) + spare) }
}

/** Where to scroll so that row `index` is in sight, or null when it is already. */
export const scrollFor = (
  index: number,
  rowHeight: number,
  scrollTop: number,
  viewport: number,
): number | null => {
  const top = index * rowHeight
  if (top < scrollTop) return Math.max(0, top - rowHeight)
  if (top + rowHeight > scrollTop + viewport) return top + 2 * rowHeight - viewport
  return null
}
