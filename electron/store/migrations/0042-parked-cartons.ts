import type { Migration } from './migration.ts'

/**
 * Open cartons that are off the bench with a temporary label: put aside, or packed and waiting for the scale. Whether that
 * label came out is told beside the carton.
 */
export const parkedCartons: Migration = {
  id: 42,
  slug: 'parked-cartons',
  up: `
    create table parked_cartons (
      id integer primary key autoincrement,
      code text not null unique references cartons,
      purpose text not null check (purpose in ('aside', 'weighing')),
      operator text,
      parked_at text not null,
      label text not null check (label in ('due', 'printed', 'failed'))
    ) strict;
  `,
}
