import Database from 'better-sqlite3'
import { dirname, join } from 'node:path'
import { restoreBackup } from '#electron/store/index.ts'
import { makeBackup } from '#electron/store/make-backup.ts'
import { ownFacts, prepareReading } from './station-reading.ts'
import type { Station, World } from './world.ts'

/** What a restore may lack. */
const remembered = (db: Database.Database) => {
  const jobs = db
    .prepare<[], { code: string; jobs: string }>(
      `select carton_code as code, group_concat(id || state) as jobs from print_jobs group by code`,
    )
    .all()
  const printed = new Map(jobs.map((row) => [row.code, row.jobs]))
  const reading = prepareReading(db)()
  return {
    own: ownFacts(reading),
    cartons: new Map<string, string>([
      ...db
        .prepare<[], string>('select code from planned_marks')
        .pluck()
        .all()
        .map((code) => [code, JSON.stringify([null, printed.get(code)])] as const),
      ...reading.cartons.map(
        (row) => [row.code, JSON.stringify([row, printed.get(row.code)])] as const,
      ),
    ]),
  }
}

/** The station's disk comes back from its newest backup, or from one of this very moment. */
export const restore = async (world: World, station: Station): Promise<void> => {
  const { index, life } = station
  const backup = station.backup ?? (await makeBackup(life.store.file)).name
  const now = remembered(life.reader)
  const old = new Database(join(dirname(life.store.file), 'backups', backup), { readonly: true })
  const then = remembered(old)
  old.close()
  for (const [code, carton] of now.cartons) {
    if (then.cartons.get(code) !== carton) world.deeds.forgotten.add(code)
  }
  if (then.own !== now.own) world.deeds.rolledBack.add(index)
  await station.restart((folder) => restoreBackup(join(folder, 'station.db'), backup))
}
