import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What an order asks of its cartons, where sealed cartons are judged by it: orders are not read whole for that. */
const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('orders').addColumn('carton_rules', 'text').execute()
}

export const cartonRules: Migration = { up }
