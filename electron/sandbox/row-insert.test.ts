import { afterEach, beforeEach, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { type Database, openDatabase } from './database.ts'
import { rowInsert } from './row-insert.ts'
import type { SandboxTables } from './tables.ts'

type FlagRow = SandboxTables['flags']

let db: Database
beforeEach(async () => {
  db = await openDatabase(tempFolder())
})
afterEach(() => db.destroy())

const columns = [
  'station_id',
  'epoch',
  'seq',
  'position',
  'carton_code',
  'code',
  'message',
] as const
const stored = () => db.selectFrom('flags').selectAll().orderBy('seq').execute()
const flagRows = (from: number, count: number): readonly FlagRow[] =>
  Array.from({ length: count }, (_none, index) => ({
    // Another order than the table's, as rows that were read elsewhere may have.
    message: `message ${from + index}`,
    code: 'order-unknown',
    carton_code: index % 2 === 0 ? null : `LS${index}`,
    position: 0,
    seq: from + index,
    epoch: 1,
    station_id: 'st-1',
  }))

it('inserts any number of rows, again and again, each value in its column', async () => {
  const insert = rowInsert<FlagRow>(columns, (tx, rows) => tx.insertInto('flags').values(rows))
  const told: FlagRow[] = []
  for (const count of [0, 1, 2, 3, 7, 100, 100, 5000]) {
    const rows = flagRows(told.length, count)
    await insert(db, rows)
    told.push(...rows)
  }
  expect(await stored()).toEqual(told)
})

it('leaves out what is no column', async () => {
  const insert = rowInsert<FlagRow>(columns, (tx, rows) => tx.insertInto('flags').values(rows))
  const [row] = flagRows(1, 1)
  const more = { ...row, contents: new Map() } as FlagRow
  await insert(db, [more])
  expect(await stored()).toEqual([row])
})

it('says so when the insert holds values that are of no row', async () => {
  const insert = rowInsert<FlagRow>(columns, (tx, rows) =>
    tx
      .insertInto('flags')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['station_id', 'epoch', 'seq', 'position'])
          .doUpdateSet({ message: 'again' }),
      ),
  )
  await expect(insert(db, flagRows(1, 1))).rejects.toThrow('has other values too')
  expect(await stored()).toEqual([])
})
