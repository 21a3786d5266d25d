import type { Migration } from './migration.ts'

/**
 * The pallets beside the bench, numbered for each order, and the verified cartons on them. The one with an order's highest
 * turn is current: what is verified goes on it. Which scan was the newest when it was taken or labelled last tells whether
 * that may still be undone.
 */
export const orderPallets: Migration = {
  id: 55,
  slug: 'order-pallets',
  up: `
    create table pallets (
      id integer primary key autoincrement,
      order_no text not null references orders,
      pallet_no integer not null check (pallet_no > 0),
      label text unique check (length(label) = 18),
      label_came_last integer not null default 0 check (label_came_last in (0, 1)),
      turn integer not null check (turn > 0),
      after_scan integer not null,
      operator text,
      begun_at text not null,
      unique (order_no, pallet_no),
      unique (order_no, turn),
      check (label_came_last = 0 or label is not null)
    ) strict;

    create table pallet_cartons (
      id integer primary key autoincrement,
      code text not null unique references cartons,
      pallet integer not null references pallets,
      put_at text not null
    ) strict;
    create index pallet_cartons_pallet on pallet_cartons (pallet);
  `,
}
