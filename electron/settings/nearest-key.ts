/** Edits (insert, delete, replace, swap of neighbours) that lead from one word to the other. */
export const editDistance = (from: string, to: string): number => {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    rows.push(current)
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped =
        row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Infinity,
      )
    }
  }
  return at(from.length, to.length)
}

/** The known key that a mistyped one most likely means, or null when none is close. */
export const nearestKey = (typed: string, known: readonly string[]): string | null => {
  let nearest: string | null = null
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1
  for (const key of known) {
    const distance = editDistance(typed.toLowerCase(), key.toLowerCase())
    if (distance >= least) continue
    least = distance
    nearest = key
  }
  return nearest
}
