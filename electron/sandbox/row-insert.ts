import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/** Inserts rows, however many. */
export type RowInsert<Row> = (tx: Database, rows: readonly Row[]) => Promise<void>

/** Well below the values that one statement may hold: 32,766 in SQLite, 65,535 in PostgreSQL. */
const mostValues = 8192

const powerUpTo = (count: number): number => 2 ** Math.floor(Math.log2(count))

/**
 * An insert into one table of one database. Its statement is built once for 1, 2, 4, 8 … rows, and any number is made up of
 * those: building it anew for every batch costs more than running it, and the database would have to compile it anew too.
 * @param columns what is inserted of a row
 * @param build the insert of these rows, with no other values in it
 */
export const rowInsert = <Row extends object>(
  columns: readonly (keyof Row & string)[],
  build: (tx: Database, rows: readonly Row[]) => Compilable,
): RowInsert<Row> => {
  const built = new Map<number, CompiledQuery>()
  const most = powerUpTo(mostValues / columns.length)

  // Kysely takes the columns as they come in a row.
  const onlyColumns = (row: Row): Row =>
    Object.fromEntries(columns.map((column) => [column, row[column]])) as never

  const queryFor = (tx: Database, rows: readonly Row[]): CompiledQuery => {
    const parameters = rows.flatMap((row) => columns.map((column): unknown => row[column]))
    const known = built.get(rows.length)
    if (known !== undefined) return { ...known, parameters }
    const query = build(tx, rows.map(onlyColumns)).compile()
    if (query.parameters.length !== parameters.length) {
      throw new Error(`an insert of ${columns.join(', ')} has other values too`)
    }
    built.set(rows.length, query)
    return query
  }

  return async (tx, rows) => {
    let from = 0
    while (from < rows.length) {
      const to = from + Math.min(most, powerUpTo(rows.length - from))
      await tx.executeQuery(queryFor(tx, rows.slice(from, to)))
      from = to
    }
  }
}
