import type { Migration } from './migration.ts'

/**
 * What the seller planned for a carton when its mark, printed ahead, opened it, and the revision that its marks bear: 0 while
 * those printed ahead are its marks. 按箱单装 outlives a restart like the other ways of packing; SQLite checks a column's values for ever, so the column
 * is made anew.
 */
export const cartonPlans: Migration = {
  id: 50,
  slug: 'carton-plans',
  up: `
    alter table cartons add column plan text check (plan is null or json_valid(plan));
    alter table cartons add column mark_revision integer not null default 1 check (mark_revision >= 0);
    update cartons set mark_revision = revision;

    alter table bench rename column mode to old_mode;
    alter table bench add column mode text not null default 'scan' check (mode in ('scan', 'planned', 'whole-case'));
    update bench set mode = old_mode;
    alter table bench drop column old_mode;
  `,
}
