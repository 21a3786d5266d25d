/** Well below the values that one statement may hold: 32,766 in SQLite, 65,535 in PostgreSQL. */
const mostValues = 8192

/** Rows in parts that fit one statement each. */
export const inStatements = <Row extends object>(rows: readonly Row[]): readonly Row[][] => {
  const [first] = rows
  if (first === undefined) return []
  const most = Math.floor(mostValues / Object.keys(first).length)
  return Array.from({ length: Math.ceil(rows.length / most) }, (_none, part) =>
    rows.slice(part * most, (part + 1) * most),
  )
}
