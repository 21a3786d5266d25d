import type { Migration } from './migration.ts'

/**
 * The bytes of a label stand beside its job: a step of the job, which each scan-back is, no longer writes tens of kilobytes
 * again. A label that a printer was to get has its bytes.
 */
export const labelBytes: Migration = {
  id: 57,
  slug: 'label-bytes',
  up: `
    create table light_print_jobs (
      id integer primary key autoincrement,
      carton_code text not null,
      revision integer not null check (revision >= 0),
      side integer not null check (side in (1, 2)),
      page integer not null check (page >= 1),
      copy integer not null default 0 check (copy >= 0),
      printer_id text not null,
      state text not null,
      mark text not null check (json_valid(mark)),
      sha256 text,
      problem text check (problem is null or json_valid(problem)),
      reason text,
      withdrawn_reason text,
      created_at text not null,
      changed_at text not null,
      after_event integer,
      after_scan integer,
      operator_id text,
      unique (carton_code, revision, side, page, copy),
      check ((state = 'withdrawn') = (withdrawn_reason is not null))
    ) strict;
    insert into light_print_jobs (id, carton_code, revision, side, page, copy, printer_id, state, mark, sha256, problem,
        reason, withdrawn_reason, created_at, changed_at, after_event, after_scan, operator_id)
      select id, carton_code, revision, side, page, copy, printer_id, state, mark, sha256, problem, reason,
        withdrawn_reason, created_at, changed_at, after_event, after_scan, operator_id
      from print_jobs order by id;
    create table label_bytes (
      job_id integer primary key references light_print_jobs,
      bytes blob not null
    ) strict;
    insert into label_bytes select id, bytes from print_jobs where bytes is not null;
    drop table print_jobs;
    alter table light_print_jobs rename to print_jobs;
    create index print_jobs_waiting on print_jobs (id) where state in ('allocated', 'rendered', 'sending');
    create index print_jobs_open on print_jobs (id)
      where state in ('allocated', 'rendered', 'sending', 'uncertain', 'failed');
    create trigger print_jobs_have_an_owner before insert on print_jobs
      when not exists (select 1 from cartons where code = new.carton_code)
        and not exists (select 1 from planned_marks where code = new.carton_code)
      begin select raise(abort, 'a label belongs to a carton or to a planned mark'); end;
    create trigger print_jobs_have_bytes before update of state on print_jobs
      when new.state in ('rendered', 'sending', 'sent')
        and not exists (select 1 from label_bytes where job_id = new.id)
      begin select raise(abort, 'a label that is sent has its bytes'); end;
  `,
}
