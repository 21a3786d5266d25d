import type { Migration } from './migration.ts'

export const station: Migration = {
  id: 10,
  slug: 'station',
  up: `
    create table station (
      only integer primary key check (only = 1),
      station_id text not null,
      epoch integer not null check (epoch >= 1),
      last_seq integer not null default 0 check (last_seq >= 0)
    ) strict;

    create table orders (
      order_no text primary key,
      revision integer not null,
      status text not null,
      header text not null check (json_valid(header)),
      due_at text,
      pulled_at text not null
    ) strict;

    create table order_refusals (
      reference_no text primary key,
      problem text not null check (json_valid(problem)),
      at text not null
    ) strict;

    create table order_lines (
      order_no text not null references orders on delete cascade,
      line_no integer not null,
      sku text not null,
      ordered integer not null check (ordered > 0),
      packed integer not null default 0 check (packed between 0 and ordered),
      info text not null check (json_valid(info)),
      primary key (order_no, line_no),
      unique (order_no, sku)
    ) strict, without rowid;

    create table skus (
      sku text primary key,
      body text not null check (json_valid(body))
    ) strict, without rowid;

    create table sku_barcodes (
      value text not null,
      sku text not null references skus on delete cascade,
      kind text not null,
      units integer not null check (units > 0),
      primary key (value, sku)
    ) strict, without rowid;

    create table code_blocks (
      first integer primary key,
      last integer not null check (last >= first),
      next integer not null check (next between first and last + 1)
    ) strict;

    create table number_runs (
      order_no text not null,
      first integer not null check (first > 0),
      last integer not null check (last >= first),
      next integer not null check (next between first and last + 1),
      primary key (order_no, first)
    ) strict, without rowid;

    create table cartons (
      code text primary key,
      order_no text not null references orders,
      carton_no integer not null check (carton_no > 0),
      revision integer not null default 1 check (revision >= 1),
      state text not null check (state in ('open', 'sealed', 'marked', 'verified', 'voided')),
      box_type text not null check (json_valid(box_type)),
      gross_g integer check (gross_g > 0),
      weight_source text check (weight_source in ('scale', 'manual')),
      weight_reason text,
      opened_at text not null,
      sealed_at text,
      unique (order_no, carton_no),
      check (state in ('open', 'voided') or (gross_g is not null and sealed_at is not null))
    ) strict, without rowid;

    create table carton_contents (
      code text not null references cartons,
      sku text not null,
      quantity integer not null check (quantity > 0),
      position integer not null,
      primary key (code, sku)
    ) strict, without rowid;

    create table carton_events (
      id integer primary key autoincrement,
      code text not null references cartons,
      revision integer not null,
      kind text not null,
      detail text not null check (json_valid(detail)),
      at text not null
    ) strict;
    create index carton_events_code on carton_events (code);

    create table scans (
      id integer primary key autoincrement,
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
    create index scans_accepted on scans (carton_code, id) where outcome = 'accepted' and undone = 0;

    create table bench (
      only integer primary key check (only = 1),
      order_no text references orders,
      carton_code text references cartons,
      step text not null,
      times integer not null default 1 check (times >= 1),
      next_box_type text not null,
      lock text check (lock is null or json_valid(lock)),
      last_verified text references cartons,
      last_sealed_g integer
    ) strict;

    create table print_jobs (
      id integer primary key autoincrement,
      carton_code text not null references cartons,
      revision integer not null,
      side integer not null check (side in (1, 2)),
      page integer not null check (page >= 1),
      copy integer not null default 0 check (copy >= 0),
      printer_id text not null,
      state text not null,
      mark text not null check (json_valid(mark)),
      bytes blob,
      sha256 text,
      problem text check (problem is null or json_valid(problem)),
      reason text,
      created_at text not null,
      changed_at text not null,
      unique (carton_code, revision, side, page, copy),
      check (state in ('allocated', 'failed') or bytes is not null)
    ) strict;
    create index print_jobs_waiting on print_jobs (id) where state in ('allocated', 'rendered', 'sending');

    create table outbox (
      epoch integer not null,
      seq integer not null,
      type text not null,
      payload text not null check (json_valid(payload)),
      hash text not null,
      created_at text not null,
      result text check (result is null or json_valid(result)),
      primary key (epoch, seq)
    ) strict;
    create index outbox_pending on outbox (epoch, seq) where result is null;

    create table sync_cursors (
      feed text primary key,
      cursor text not null,
      at text not null
    ) strict, without rowid;
  `,
}
