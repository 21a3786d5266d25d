import type { Database } from './database.ts'

/** The time of the simulated world: the clock's, and what it was put ahead. @param at ISO 8601, of the clock */
export const worldTime = async (db: Database, at: string): Promise<Date> => {
  const { world_offset_s } = await db
    .selectFrom('server')
    .select('world_offset_s')
    .executeTakeFirstOrThrow()
  return new Date(Date.parse(at) + world_offset_s * 1000)
}

export const advanceWorld = async (db: Database, seconds: number): Promise<void> => {
  await db
    .updateTable('server')
    .set((eb) => ({ world_offset_s: eb('world_offset_s', '+', seconds) }))
    .execute()
}
