import type { Migration } from './migration.ts'

/** Unit labels that were printed here for goods that came without them. */
export const relabellings: Migration = {
  id: 43,
  slug: 'relabellings',
  up: `
    create table relabellings (
      id integer primary key autoincrement,
      order_no text not null references orders,
      sku text not null,
      code text not null,
      labels integer not null check (labels > 0),
      operator text,
      at text not null
    ) strict;
  `,
}
