import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db
  await schema
    .alterTable('server')
    .addColumn('world_offset_s', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('stations').addColumn('fenced_at', 'text').execute()

  await schema
    .createTable('rights')
    .addColumn('reference_no', 'text', (column) =>
      column.notNull().references('orders.reference_no'),
    )
    .addColumn('sku', 'text', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull().references('stations.station_id'))
    .addColumn('unspent', 'integer', (column) => column.notNull())
    .addColumn('carried', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('rights_key', ['reference_no', 'sku', 'station_id'])
    .execute()
  await schema
    .createTable('quarantine')
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quarantine_key', ['station_id', 'epoch', 'seq'])
    .execute()
  await schema
    .createTable('recounts')
    .addColumn('carton_code', 'text', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recounts_key', ['carton_code', 'station_id', 'epoch', 'seq'])
    .execute()

  await schema
    .createTable('changes')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull().unique())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('changes_key', ['kind', 'key'])
    .execute()
  await schema
    .createTable('documents')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('content_type', 'text', (column) => column.notNull())
    // Bytes in both databases: SQLite keeps what it is given, whatever the column is called.
    .addColumn('content', 'bytea', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('world_events')
    .addColumn('event_id', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('world_events_due').on('world_events').column('due_at').execute()
  await schema
    .createTable('world_plans')
    .addColumn('reference_no', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
}

export const world: Migration = { up }
