import type { Migration } from './migration.ts'

/**
 * The cartons that a seller planned, and the marks printed ahead for them. A planned mark has a carton code for ever, so
 * it is written down with its print jobs; a label belongs to a carton or to a planned mark. Orders are pulled once more,
 * for until now their planned cartons were only counted.
 */
export const plannedMarks: Migration = {
  id: 37,
  slug: 'planned-marks',
  up: `
    create table planned_cartons (
      order_no text not null references orders on delete cascade,
      carton_no integer not null check (carton_no > 0),
      contents text not null check (json_valid(contents)),
      primary key (order_no, carton_no)
    ) strict, without rowid;

    create table planned_marks (
      code text primary key,
      order_no text not null references orders,
      carton_no integer not null check (carton_no > 0),
      created_at text not null,
      unique (order_no, carton_no)
    ) strict, without rowid;

    create trigger print_jobs_have_an_owner before insert on print_jobs
      when not exists (select 1 from cartons where code = new.carton_code)
        and not exists (select 1 from planned_marks where code = new.carton_code)
      begin select raise(abort, 'a label belongs to a carton or to a planned mark'); end;

    delete from sync_cursors where feed = 'changes';
  `,
}
