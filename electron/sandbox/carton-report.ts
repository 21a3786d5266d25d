import { cartonSchema } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'

/** All cartons as the server knows them, with everything that was odd: for tests and for people. */
export const cartonReport = async (db: Database) => {
  const cartons = await db.selectFrom('cartons').selectAll().orderBy('carton_code').execute()
  const labels = await db.selectFrom('labels').selectAll().orderBy('at').execute()
  const recounts = await db
    .selectFrom('recounts')
    .select(['carton_code', 'body'])
    .orderBy('station_id')
    .orderBy('epoch')
    .orderBy('seq')
    .execute()
  const flags = await db
    .selectFrom('flags')
    .selectAll()
    .orderBy('station_id')
    .orderBy('epoch')
    .orderBy('seq')
    .orderBy('position')
    .execute()
  return {
    sealed_count: cartons.filter(({ status }) => status === 'sealed' || status === 'verified')
      .length,
    cartons: cartons.map(({ body, status, revision, station_id, sealed_facts, carton_code }) => ({
      ...cartonSchema.parse(JSON.parse(body)),
      revision,
      status,
      station_id,
      sealed_facts,
      labels: labels
        .filter((label) => label.carton_code === carton_code)
        .map(({ carton_code: _, ...label }) => label),
      recounts: recounts
        .filter((recount) => recount.carton_code === carton_code)
        .map((recount) => JSON.parse(recount.body) as unknown),
      flags: flags
        .filter((flag) => flag.carton_code === carton_code)
        .map(({ code, message }) => ({ code, message })),
    })),
    flags: flags.map(({ position: _, ...flag }) => flag),
  }
}
