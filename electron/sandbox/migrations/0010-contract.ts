import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db
  await schema
    .createTable('server')
    .addColumn('only', 'integer', (column) => column.primaryKey())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('pairing_code', 'text', (column) => column.notNull())
    .addColumn('next_serial', 'bigint', (column) => column.notNull())
    .addColumn('next_position', 'bigint', (column) => column.notNull())
    .execute()

  await schema
    .createTable('stations')
    .addColumn('station_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .addColumn('enrolled_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('commands')
    .addColumn('station_id', 'text', (column) => column.notNull().references('stations.station_id'))
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_key', ['station_id', 'epoch', 'seq'])
    .execute()

  await schema
    .createTable('orders')
    .addColumn('reference_no', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull().unique())
    .addColumn('source_hash', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('order_lines')
    .addColumn('reference_no', 'text', (column) =>
      column.notNull().references('orders.reference_no'),
    )
    .addColumn('sku', 'text', (column) => column.notNull())
    .addColumn('plan_qty', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('order_lines_key', ['reference_no', 'sku'])
    .execute()
  await schema
    .createTable('skus')
    .addColumn('sku', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull().unique())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('code_leases')
    .addColumn('first', 'bigint', (column) => column.primaryKey())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('number_leases')
    .addColumn('reference_no', 'text', (column) =>
      column.notNull().references('orders.reference_no'),
    )
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('number_leases_key', ['reference_no', 'first'])
    .execute()

  await schema
    .createTable('cartons')
    .addColumn('carton_code', 'text', (column) => column.primaryKey())
    .addColumn('reference_no', 'text', (column) => column.notNull())
    .addColumn('box_no', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('sealed_facts', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createIndex('cartons_by_order')
    .on('cartons')
    .columns(['reference_no', 'box_no'])
    .execute()
  await schema
    .createTable('carton_contents')
    .addColumn('carton_code', 'text', (column) =>
      column.notNull().references('cartons.carton_code'),
    )
    .addColumn('sku', 'text', (column) => column.notNull())
    .addColumn('quantity', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('carton_contents_key', ['carton_code', 'sku'])
    .execute()
  await schema
    .createTable('labels')
    .addColumn('carton_code', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('side', 'integer', (column) => column.notNull())
    .addColumn('page', 'integer', (column) => column.notNull())
    .addColumn('copy', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('labels_key', ['carton_code', 'revision', 'side', 'page', 'copy'])
    .execute()
  await schema
    .createTable('flags')
    .addColumn('station_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('carton_code', 'text')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('flags_key', ['station_id', 'epoch', 'seq', 'position'])
    .execute()
}

export const contract: Migration = { up }
