import type { Migration } from './migration.ts'

/** Scans are never deleted, so none of their numbers comes twice: counting them apart cost each scan a page more. */
export const scanIds: Migration = {
  id: 35,
  slug: 'scan-ids',
  up: `
    create table counted_scans (
      id integer primary key,
      order_no text,
      carton_code text,
      source text not null,
      text text not null,
      outcome text not null,
      sku text,
      units integer not null default 0,
      undone integer not null default 0 check (undone in (0, 1)),
      at text not null
    ) strict;
    insert into counted_scans (id, order_no, carton_code, source, text, outcome, sku, units, undone, at)
      select id, order_no, carton_code, source, text, outcome, sku, units, undone, at from scans;
    drop table scans;
    alter table counted_scans rename to scans;
    create index scans_accepted on scans (carton_code, id) where outcome = 'accepted' and undone = 0;
  `,
}
