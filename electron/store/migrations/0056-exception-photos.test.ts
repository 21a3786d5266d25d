import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

it('keeps exceptions that were noted before, and a photo of one only once', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 56),
  )
  database.pragma('foreign_keys = off')
  database.exec(`
    insert into goods_exceptions (order_no, kind, text, units, at)
      values ('BH1', 'damaged', '', 1, 'now');
  `)
  migrate(database, migrations)
  database.pragma('foreign_keys = on')
  const keep = (exception: number): void => {
    database
      .prepare(`insert into exception_photos (exception_id, sha256, bytes, taken_at)
        values (?, ?, 9, 'now')`)
      .run(exception, 'a'.repeat(64))
  }
  keep(1)
  expect(() => keep(1)).toThrow('UNIQUE')
  expect(() => keep(2)).toThrow('FOREIGN KEY')
  expect(() =>
    database.exec(`update exception_photos set uploaded_at = 'now', refusal = '{}'`),
  ).toThrow('CHECK')
})
