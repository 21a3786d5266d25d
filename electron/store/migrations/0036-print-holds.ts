import type { Migration } from './migration.ts'

/**
 * Printers can be held, waiting jobs withdrawn, and a label need not belong to a carton yet: print jobs lose their
 * reference to cartons, for planned marks are printed before theirs exists.
 */
export const printHolds: Migration = {
  id: 36,
  slug: 'print-holds',
  up: `
    create table printer_holds (
      printer_id text primary key,
      troubles integer not null default 0 check (troubles >= 0),
      cause text check (cause in ('packer', 'trouble')),
      reason text,
      problem text check (problem is null or json_valid(problem)),
      since text,
      check ((cause is null) = (since is null))
    ) strict, without rowid;

    create table held_print_jobs (
      id integer primary key autoincrement,
      carton_code text not null,
      revision integer not null check (revision >= 0),
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
      withdrawn_reason text,
      created_at text not null,
      changed_at text not null,
      unique (carton_code, revision, side, page, copy),
      check (state in ('allocated', 'failed', 'withdrawn') or bytes is not null),
      check ((state = 'withdrawn') = (withdrawn_reason is not null))
    ) strict;
    insert into held_print_jobs (id, carton_code, revision, side, page, copy, printer_id, state, mark, bytes, sha256,
        problem, reason, created_at, changed_at)
      select id, carton_code, revision, side, page, copy, printer_id, state, mark, bytes, sha256, problem, reason,
        created_at, changed_at
      from print_jobs order by id;
    drop table print_jobs;
    alter table held_print_jobs rename to print_jobs;
    create index print_jobs_waiting on print_jobs (id) where state in ('allocated', 'rendered', 'sending');
    create index print_jobs_open on print_jobs (id)
      where state in ('allocated', 'rendered', 'sending', 'uncertain', 'failed');
  `,
}
