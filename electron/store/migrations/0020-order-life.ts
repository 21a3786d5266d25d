import type { Migration } from './migration.ts'

/** Rights, the end of an order's life, decisions and recounts. */
export const orderLife: Migration = {
  id: 20,
  slug: 'order-life',
  up: `
    create table order_lines_next (
      order_no text not null references orders on delete cascade,
      line_no integer not null,
      sku text not null,
      ordered integer not null check (ordered >= 0),
      surplus integer not null default 0 check (surplus >= 0),
      packed integer not null default 0 check (packed between 0 and ordered + surplus),
      granted integer not null default 0 check (granted >= 0),
      info text not null check (json_valid(info)),
      primary key (order_no, line_no),
      unique (order_no, sku)
    ) strict, without rowid;
    insert into order_lines_next (order_no, line_no, sku, ordered, packed, granted, info)
      select order_no, line_no, sku, ordered, packed, packed, info from order_lines;
    drop table order_lines;
    alter table order_lines_next rename to order_lines;

    create index outbox_answered on outbox (json_extract(result, '$.status'), epoch, seq)
      where json_extract(result, '$.status') in ('refused', 'flagged');

    create table order_closings (
      order_no text primary key references orders,
      short text not null check (json_valid(short)),
      closed_at text not null,
      declared_at text,
      refused text check (refused is null or json_valid(refused)),
      accepted_at text,
      check (declared_at is not null or (refused is null and accepted_at is null))
    ) strict, without rowid;

    create table decisions (
      id integer primary key autoincrement,
      order_no text not null references orders,
      kind text not null check (kind in ('amended', 'cancelled')),
      revision integer not null,
      theirs text not null check (json_valid(theirs)),
      at text not null,
      choice text check (choice in ('follow-server', 'keep-packed', 'withdrawn')),
      decided_at text,
      check ((choice is null) = (decided_at is null))
    ) strict;
    create unique index decisions_open on decisions (order_no) where choice is null;

    create table recounts (
      id integer primary key autoincrement,
      code text not null references cartons,
      revision integer not null,
      state text not null check (state in ('counting', 'finished', 'agrees', 'reopened', 'left-as-is', 'given-up')),
      scans text not null check (json_valid(scans)),
      expected text check (expected is null or json_valid(expected)),
      started_at text not null,
      finished_at text,
      check (state in ('counting', 'given-up') or (expected is not null and finished_at is not null))
    ) strict;
    create unique index recounts_running on recounts ((1)) where state in ('counting', 'finished');
  `,
}
